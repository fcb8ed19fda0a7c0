#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "scrub837/rule.hpp"
#include "src/fix/judge.hpp"
#include "src/scrub/claim_verdict.hpp"
#include "src/scrub/repeat_memory.hpp"
#include "src/scrub/rewindable.hpp"
#include "src/scrub/sending_record.hpp"

namespace scrub837 {

/// Finds in an input what must not be used twice in a run: control numbers, claim ids, services, and
/// descriptions that a column may have been filled with.
class RepeatIndex final : public Rewindable {
 public:
  /// \param memory of the run; the input is its latest
  RepeatIndex(Judge const& judge, RepeatMemory& memory);
  void reserve(std::size_t claims);

  /// What a rule has to say of something that is used twice.
  struct Repeat {
    Rule const* rule = nullptr;
    Severity severity{};
    Fault fault;
  };
  /// Notes ISA13. Claims that follow are of this sender, who may use a CLM01 once.
  /// \param ordinal of the interchange in the input
  [[nodiscard]] std::optional<Repeat> note_interchange(std::string_view sender, std::string_view control,
                                                       std::uint64_t ordinal);
  /// Notes ST02. \param group its ordinal in the input. \param ordinal of the set
  [[nodiscard]] std::optional<Repeat> note_set(std::uint64_t group, std::string_view control,
                                               std::uint64_t ordinal);
  /// Notes what a claim has, and adds what was used before. \param claim its ordinal in the input
  void note(ClaimVerdict const& verdict, std::uint64_t claim, Findings& findings);
  /// Whether a rule asks what went out in earlier runs.
  [[nodiscard]] bool looks_for_sent() const {
    return rule_for(RepeatKey::sent_claim).rule != nullptr ||
           rule_for(RepeatKey::sent_services).rule != nullptr;
  }
  /// Adds that a claim went out before.
  void note_sent(EarlierSending const& earlier, Findings& findings) const;
  /// Brings what is known of a claim nearer, which will be noted soon.
  void expect(ClaimVerdict const& verdict) const;

  void save(EnvelopeLevel level) override { saved_[static_cast<std::size_t>(level)] = memory_->savepoint(); }
  void restore(EnvelopeLevel level) override { memory_->restore(saved_[static_cast<std::size_t>(level)]); }

 private:
  [[nodiscard]] Repeat const& rule_for(RepeatKey kind) const {
    return rules_[static_cast<std::size_t>(kind)];
  }
  // Numbers that are apart by sender; 0 stays 0.
  [[nodiscard]] std::uint64_t of_sender(std::uint64_t key) const { return key == 0 ? 0 : key ^ sender_; }
  // The ordinal that had the key first; nothing if no rule asks for it.
  [[nodiscard]] std::optional<std::uint64_t> first_with(RepeatKey kind, std::uint64_t key,
                                                        std::uint64_t place);
  [[nodiscard]] std::optional<Repeat> repeat_of(RepeatKey kind, std::string_view what, std::uint64_t key,
                                                std::uint64_t place);

  std::array<Repeat, repeat_keys> rules_;  // by RepeatKey
  RepeatMemory* memory_;
  std::uint64_t sender_ = 0;  ///< hash of the open interchange's
  std::array<SeenKeys::Savepoint, 3> saved_{};
};

}  // namespace scrub837
