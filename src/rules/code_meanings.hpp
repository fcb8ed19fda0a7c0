#pragma once

#include <string_view>

#include "scrub837/x12/segment.hpp"

namespace scrub837 {

/// What to type into an element whose codes a person does not know by heart, each with its meaning. Empty for
/// other elements.
[[nodiscard]] std::string_view codes_in_words(Kind segment, std::uint8_t element);

/// SBR09, the type of payer.
constexpr std::string_view claim_filing_in_words =
    "Type the type of payer in the column value: CI commercial, BL Blue Cross Blue Shield, HM HMO, 12 PPO, "
    "16 Medicare Advantage, MB Medicare Part B, MC Medicaid, CH TRICARE, VA Veterans Affairs, WC workers' "
    "compensation, AM automobile, ZZ unknown.";

}  // namespace scrub837
