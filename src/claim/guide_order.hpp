#pragma once

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// Where in loop 2300 or 2400 a segment of this kind is late: the first direct segment, or child loop, that
/// the guide puts behind it; the end of the loop if there is none. Segments that the guide doesn't have
/// there say nothing. Source: positions of 005010X222A1, loops 2300 and 2400.
[[nodiscard]] std::uint32_t first_behind(ClaimView const& claim, Loop const& loop, Kind kind);

/// Of two segments that are put at one place of loop 2300 or 2400: whether the guide has `left` first.
[[nodiscard]] bool precedes(Kind left, Kind right);

}  // namespace scrub837
