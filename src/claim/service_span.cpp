#include "src/claim/service_span.hpp"

#include <algorithm>

#include "scrub837/rule.hpp"
#include "src/claim/calendar_day.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837 {

DaySpan span_of(std::string_view dates) {
  auto const dash = std::min(dates.find('-'), dates.size());
  auto const first = day_of(dates.substr(0, dash));
  if (dash == dates.size()) return {first, first};
  return {first, day_of(dates.substr(dash + 1))};
}

DaySpan service_span(LineView const& line) {
  auto const dates = service_dates(line);
  return {day_of(dates.from), day_of(dates.to)};
}

DaySpan service_span(ClaimView const& claim) {
  DaySpan all;
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service()) continue;
    auto const days = service_span(line);
    if (days.first != 0 && (all.first == 0 || days.first < all.first)) all.first = days.first;
    all.last = std::max({all.last, days.first, days.last});
  }
  if (all.first != 0) return all;
  auto const created = day_of(claim.inherited().created);
  return {created, created};
}

Day judged_day(SegmentRun const& stretch) {
  constexpr auto service_date = pack_tag("472");
  if (stretch.outermost() == LoopId::L2300) {
    for (std::size_t i = 0; i < stretch.segments.size(); ++i) {
      auto const& segment = stretch.segments[i];
      if (segment.kind != Kind::DTP || segment.qualifier != service_date) continue;
      if (auto const day = span_of(stretch.segment(i)[3]).first; day != 0) return day;
    }
  }
  return stretch.above == nullptr ? 0 : day_of(stretch.above->created);
}

}  // namespace scrub837
