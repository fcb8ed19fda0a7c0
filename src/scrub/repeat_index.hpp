#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "scrub837/rule.hpp"
#include "src/fix/judge.hpp"
#include "src/io/seen_keys.hpp"
#include "src/scrub/claim_verdict.hpp"
#include "src/scrub/filled_down.hpp"
#include "src/scrub/rewindable.hpp"

namespace scrub837 {

/// What must not be used twice in an input: control numbers, claim ids, and descriptions that a column may
/// have been filled with.
class RepeatIndex final : public Rewindable {
 public:
  explicit RepeatIndex(Judge const& judge);
  void reserve(std::size_t claims) { seen_.reserve(claims); }

  /// What a rule has to say of something that is used twice.
  struct Repeat {
    Rule const* rule = nullptr;
    Severity severity{};
    Fault fault;
  };
  /// Notes a control number. \param scope numbers are apart that have not the same scope
  /// \param ordinal of the interchange or set in the input
  [[nodiscard]] std::optional<Repeat> note(RepeatKey kind, std::string_view scope, std::string_view text,
                                           std::uint64_t ordinal);
  /// Notes what a claim has, and adds what was used before. \param claim its ordinal in the input
  void note(ClaimVerdict const& verdict, std::uint64_t claim, Findings& findings);
  /// Brings what is known of a claim nearer, which will be noted soon.
  void expect(ClaimVerdict const& verdict) const;

  void save(EnvelopeLevel level) override { saved_[static_cast<std::size_t>(level)] = seen_.savepoint(); }
  void restore(EnvelopeLevel level) override { seen_.restore(saved_[static_cast<std::size_t>(level)]); }

 private:
  [[nodiscard]] std::optional<Repeat> note_key(RepeatKey kind, std::uint64_t key, std::uint64_t ordinal);

  std::array<Repeat, 5> rules_;  // by RepeatKey
  SeenKeys seen_;
  FilledDown filled_down_;
  std::array<SeenKeys::Savepoint, 3> saved_{};
};

}  // namespace scrub837
