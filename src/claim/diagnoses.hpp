#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// The diagnoses of a claim in the order of their numbers: HI01-2, HI02-2 and so on, with qualifier ABK, ABF,
/// BK or BF (005010X222A1, 2300 HI). They point into the claim.
[[nodiscard]] std::vector<std::string_view> diagnosis_codes(ClaimView const& claim);

/// Those that a service line points at (SV107), in its order; if it points at none, all of the claim.
/// \param line index of the line, or -1 for the claim
[[nodiscard]] std::vector<std::string_view> diagnoses_of(ClaimView const& claim, std::int32_t line);

}  // namespace scrub837
