#pragma once

#include <map>
#include <string>
#include <vector>

#include "src/claim/replaces_another.hpp"
#include "src/scrub/sending_record.hpp"

namespace scrub837::test {

/// A record of what was sent for tests without a ledger: each claim of a text that goes out counts as sent in
/// an earlier run for those behind it.
class SentBefore final : public SendingRecord {
 public:
  /// \param of_this_input as if a held file were run again
  explicit SentBefore(bool of_this_input = false) : of_this_input_(of_this_input) {}

  [[nodiscard]] std::optional<EarlierSending> earlier(ClaimUnit const& unit,
                                                      ClaimVerdict const& verdict) override {
    if (replaces_another(unit.view())) return std::nullopt;
    EarlierSending sending{"2026-11-27", "000000123", true, of_this_input_};
    if (contents_.contains(content_of(unit))) return sending;
    sending.same_bytes = false;
    if (verdict.services_key != 0 && services_.contains(verdict.services_key)) return sending;
    return std::nullopt;
  }
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override {
    if (verdict.disposition == Disposition::held) return;
    contents_[content_of(unit)] = true;
    services_[verdict.services_key] = true;
  }
  void prepare(Summary const&, std::filesystem::path const&) override {}
  [[nodiscard]] bool withdraw() override { return true; }
  [[nodiscard]] std::string published() override { return {}; }

 private:
  static std::string content_of(ClaimUnit const& unit) {
    std::string text;
    for (std::size_t i = 0; i < unit.segments().size(); ++i) text.append(unit.segment(i).text()) += '\n';
    return text + unit.above().digest();
  }
  bool of_this_input_;
  std::map<std::string, bool> contents_;
  std::map<std::uint64_t, bool> services_;
};

}  // namespace scrub837::test
