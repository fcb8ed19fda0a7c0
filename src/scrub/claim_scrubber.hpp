#pragma once

#include <array>
#include <span>
#include <string_view>

#include "src/fix/judge.hpp"
#include "src/fix/working_claim.hpp"
#include "src/scrub/claim_verdict.hpp"
#include "src/x12/block.hpp"

namespace scrub837 {

/// A text that must not be used twice, as a number to compare. \param scope texts are apart that have not the
/// same scope (ISA13: the sender)
[[nodiscard]] std::uint64_t repeat_key(RepeatKey kind, std::string_view scope, std::string_view text);

/// A claim as it appears in a block.
struct ClaimSource {
  Block const* block = nullptr;
  std::span<Segment const> segments;
  Delimiters delimiters;
  Inherited const* inherited = nullptr;
};

/// Judges claims and applies their fixes, each claim by itself. Const: claims may be scrubbed at the same
/// time.
class ClaimScrubber {
 public:
  explicit ClaimScrubber(Judge const& judge);

  /// \param loop_spans room for the claim's loops, used again
  void scrub(ClaimSource const& claim, LoopSpans& loop_spans, ClaimVerdict& verdict) const;

  /// A claim that is to be scrubbed.
  struct Task {
    ClaimSource source;
    ClaimVerdict* verdict;
  };
  using Rooms = std::array<LoopSpans, Judge::batch>;
  /// The same of several claims, which is quicker. \param rooms for their loops, used again
  void scrub(std::span<Task const> claims, Rooms& rooms) const;
  /// The same for what a person made of the claim: replaces what was found, and what its fixes came to.
  void scrub_typed(WorkingClaim const& typed, Inherited const& inherited, ClaimVerdict& verdict) const;
  /// What is found in it before fixes; places are those of the claim as received.
  [[nodiscard]] Findings found_in_typed(WorkingClaim const& typed, Inherited const& inherited) const;

 private:
  [[nodiscard]] bool has_fixes(Findings const& found) const;
  void settle_fixes(ClaimSource const& source, ClaimView const& claim, ClaimVerdict& verdict) const;

  Judge const* judge_;
  bool texts_compared_, services_compared_;
};

}  // namespace scrub837
