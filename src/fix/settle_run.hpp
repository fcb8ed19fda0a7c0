#pragma once

#include <optional>

#include "src/fix/judge.hpp"

namespace scrub837 {

/// What was found above the claims, and the segments with the fixes that the settings allow. Places are those
/// of the segments as received.
struct SettledRun {
  std::optional<WorkingClaim> fixed;  ///< nothing: there was nothing to fix
  Findings applied;                   ///< the fixes of these are in it
  Findings left;

  /// The text that a segment has now.
  [[nodiscard]] std::string_view text_of(std::uint32_t segment) const;
};

/// Judges segments above the claims, and fixes them until no fix is left that makes no new error. \param
/// fixes false: what goes out as received takes none
[[nodiscard]] SettledRun settle_run(SegmentRun const& received, Judge const& judge, bool fixes);

}  // namespace scrub837
