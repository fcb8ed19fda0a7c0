#pragma once

#include <string_view>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/code_lists.hpp"

namespace scrub837 {

struct SegmentRun;

/// DTP03 as days: `20260914`, or both ends of a range. Open if it is no date.
[[nodiscard]] DaySpan span_of(std::string_view dates);

/// The days of a line's service (DTP*472). Only if has_service().
[[nodiscard]] DaySpan service_span(LineView const& line);
/// The first and the last day of all services of a claim; without any, the day when the file was made
/// (BHT04).
[[nodiscard]] DaySpan service_span(ClaimView const& claim);
/// The day that codes of a stretch are judged by: a claim's first service date, else BHT04. 0: not known.
[[nodiscard]] Day judged_day(SegmentRun const& stretch);

}  // namespace scrub837
