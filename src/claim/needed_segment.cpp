#include "src/claim/needed_segment.hpp"

#include <string>

#include "src/claim/guide_order.hpp"

namespace scrub837 {
namespace {

bool any_is(ClaimView const& claim, LoopSegments const& segments, Tag qualifier) {
  for (auto const index : segments) {
    if (qualifier == 0 || claim.segments()[index].qualifier == qualifier) return true;
  }
  return false;
}

}  // namespace

bool has_segment(ClaimView const& claim, std::size_t loop, NeededSegment segment) {
  return any_is(claim, claim.direct(loop, segment.kind), segment.qualifier);
}

bool has_segment(LineView const& line, NeededSegment segment) {
  return any_is(line.claim(), line.direct(segment.kind), segment.qualifier);
}

void report_missing_in(ClaimView const& claim, std::int32_t line, NeededSegment segment,
                       std::string_view message, Severity severity, Reporter& report) {
  auto const& loop = line < 0 ? claim.loops()[0] : claim.line(static_cast<std::size_t>(line)).loop();
  report.add_missing_as(severity, {.loop = loop.id, .segment = segment.kind},
                        first_behind(claim, loop, segment.kind) - 1, line, std::string(message));
}

void report_if_missing(ClaimView const& claim, NeededSegment segment, bool (*needs)(LineView const&),
                       std::string_view message, Reporter& report) {
  if (has_segment(claim, 0, segment)) return;
  bool in_lines = false;
  for (std::size_t i = 0; i < claim.line_count() && !in_lines; ++i)
    in_lines = has_segment(claim.line(i), segment);
  if (!in_lines) return report_missing_in(claim, -1, segment, message, report.severity(), report);
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (line.has_service() && needs(line) && !has_segment(line, segment))
      report_missing_in(claim, static_cast<std::int32_t>(i), segment, message, report.severity(), report);
  }
}

}  // namespace scrub837
