#pragma once

#include <string_view>

#include "scrub837/rule.hpp"

namespace scrub837 {

/// A segment by its kind and its first element; 0: whatever that is.
struct NeededSegment {
  Kind kind = Kind::unknown;
  Tag qualifier = 0;
};

/// Whether loop `loop` of the claim (index into loops()) has the segment itself.
[[nodiscard]] bool has_segment(ClaimView const& claim, std::size_t loop, NeededSegment segment);
[[nodiscard]] bool has_segment(LineView const& line, NeededSegment segment);

/// What report_needed() does once a line needs the segment.
void report_if_missing(ClaimView const& claim, NeededSegment segment, bool (*needs)(LineView const&),
                       std::string_view message, Reporter& report);

/// Reports a segment that 2300 can have for all lines, or 2400 for one: once, as missing in 2300, if no line
/// has it either; else in each line that needs it and has none.
/// \param needs bool(LineView): whether a line does
template <typename Needs>
void report_needed(ClaimView const& claim, NeededSegment segment, Needs needs, std::string_view message,
                   Reporter& report) {
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (line.has_service() && needs(line)) return report_if_missing(claim, segment, needs, message, report);
  }
}

/// Reports it as missing in loop 2300 or 2400, at the end of its place there.
/// \param line index of the line, or -1: the claim
void report_missing_in(ClaimView const& claim, std::int32_t line, NeededSegment segment,
                       std::string_view message, Severity severity, Reporter& report);

}  // namespace scrub837
