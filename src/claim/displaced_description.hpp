#pragma once

#include <string_view>

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// What to add to a message about a missing description when it is in SV101-8, one component too far;
/// else nothing. Source: 005010X222A1, 2400 SV101-8 is not used.
[[nodiscard]] std::string_view displaced_hint(LineView const& line);

}  // namespace scrub837
