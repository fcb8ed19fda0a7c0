#pragma once

#include <cstddef>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/settings.hpp"

namespace scrub837 {

/// The longest claim into which fixes go. One of fifty lines, as many as the guide takes, has about a
/// thousand segments; a longer one is split at its source, not mended, and each fix would have all of it
/// judged again.
constexpr std::size_t max_segments_mended = 5000;

/// Whether fixes of this kind can go into the claim at all.
[[nodiscard]] inline bool takes_fixes(ClaimView const& claim, Applicability applicability) {
  return claim.segments().size() <= max_segments_mended && claim.settings().applies(applicability);
}

}  // namespace scrub837
