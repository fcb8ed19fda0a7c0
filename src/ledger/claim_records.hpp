#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/io/sink.hpp"
#include "src/ledger/claim_hash.hpp"
#include "src/report/held_reasons.hpp"
#include "src/report/sink_marks.hpp"
#include "src/scrub/scrub_events.hpp"
#include "src/scrub/supplies.hpp"

namespace scrub837::ledger {

/// A claim as the ledger keeps it.
struct ClaimRecord {
  std::uint64_t claim_index = 0, set_ordinal = 0;
  std::int64_t id_hash = 0, received = 0, sent = 0, services = 0, cents = 0;
  std::uint32_t rules = 0;        ///< index of a list of rules
  std::uint32_t released_by = 0;  ///< index of a name, which may be empty
  Disposition disposition = Disposition::clean;
  bool changed = false;  ///< `sent` is not `received`
};

/// A transaction set with claims.
struct SetRecord {
  std::uint64_t ordinal = 0;
  std::string sender, receiver;                        ///< ISA06, ISA08
  std::string interchange, group, set;                 ///< ISA13, GS06, ST02 as received
  std::string sent_interchange = {}, sent_group = {};  ///< as they go out
};

/// By what the ledger knows a claim as it was received: its segments, and the levels above it. Line ends
/// between segments do not count.
[[nodiscard]] std::int64_t content_hash(ClaimHash const& hash, ClaimUnit const& unit);

/// By what claims are compared that bill the same; 0: this one is not compared.
[[nodiscard]] std::int64_t services_hash(ClaimHash const& hash, ClaimVerdict const& verdict);

/// Collects what the ledger keeps of the claims of one input; beyond some megabytes in a file without a name.
class ClaimRecords final : public ScrubEvents {
 public:
  /// \param numbers of the clean file of a rerun
  ClaimRecords(ClaimHash const& hash, std::optional<ControlNumbers> numbers);

  void begin(InterchangeStart const& start) override;
  void begin(SetStart const& start) override { reasons_.begin(start); }
  void level(LevelStart const& start) override { reasons_.level(start); }
  void finding(FindingRecord const& record) override { reasons_.finding(record); }
  void held(HeldAbove const& held) override { reasons_.held(held); }
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override;
  void save(EnvelopeLevel level) override;
  void restore(EnvelopeLevel level) override;
  void discard() override;

  /// In their order.
  void each_claim(std::function<void(ClaimRecord const&)> const& take);
  void each_set(std::function<void(SetRecord const&)> const& take);
  [[nodiscard]] std::string const& rules(ClaimRecord const& record) const { return texts_[record.rules]; }
  [[nodiscard]] std::string const& released_by(ClaimRecord const& record) const {
    return texts_[record.released_by];
  }

 private:
  void note_set(ClaimUnit const& unit);
  std::uint32_t index_of(std::string text);

  std::string rules_that_hold(ClaimUnit const& unit, ClaimVerdict const& verdict);

  ClaimHash const* hash_;
  HeldReasons reasons_;
  std::string held_for_;
  std::optional<ControlNumbers> numbers_;
  Sink claims_, sets_;
  SinkMarks claim_marks_, set_marks_;
  std::string sender_, receiver_;
  std::uint64_t last_set_ = 0;
  bool any_set_ = false;
  struct Saved {
    std::string sender, receiver;
    std::uint64_t last_set = 0;
    bool any_set = false;
  };
  std::array<Saved, 3> saved_;
  // Lists of rules and names: few are different.
  std::vector<std::string> texts_;
  std::map<std::string, std::uint32_t, std::less<>> text_indices_;
};

}  // namespace scrub837::ledger
