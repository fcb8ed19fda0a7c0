#pragma once

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// Whether a claim replaces or voids one that the payer has: CLM05-3 is 7 or 8 (2300 CLM05-3).
[[nodiscard]] bool replaces_another(ClaimView const& claim);

}  // namespace scrub837
