#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "src/fix/judge.hpp"
#include "src/fix/working_claim.hpp"

namespace scrub837 {

/// What a segment was and what a fix makes of it; an inserted one was nothing, a removed one becomes it.
struct SegmentChange {
  std::string before;
  std::string after;
};

/// A finding whose fix went in, with places in the claim as received. Its edits are spent.
struct AppliedFix {
  Finding finding;
  std::vector<SegmentChange> changes;  ///< of a rule's first fixes, `max_reported_in_claim`
};

/// A claim after its fixes.
struct FixResult {
  std::vector<AppliedFix> applied;
  Findings left;                      ///< what still stands, with places in the claim as received
  std::optional<WorkingClaim> claim;  ///< the edited claim; nothing if no edit went in
  bool did_not_converge = false;      ///< fixes went on undoing each other; nothing was applied
};

/// Applies the fixes of a claim that need no person, phase by phase, judging the claim again after each
/// pass, until nothing changes (ten passes at most). A fix after which a new error stands is withdrawn; where
/// the one at fault isn't found in a bounded number of judgings, the fixes that were proven so far stay.
/// \param first what the rules found on the claim as received
[[nodiscard]] FixResult settle(WorkingClaim claim, Findings const& first, Inherited const& inherited,
                               Judge const& judge);

/// What a fix would make of the segments it touches.
[[nodiscard]] std::vector<SegmentChange> changes_of(Fix const& fix, ClaimView const& claim);

}  // namespace scrub837
