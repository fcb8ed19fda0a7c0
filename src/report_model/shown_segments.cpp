#include "src/report_model/shown_segments.hpp"

#include <set>

#include "src/text/shown_value.hpp"

namespace scrub837 {

void show_segments(ReportClaim& shown, ClaimUnit const& unit) {
  auto const count = unit.segments().size();
  auto const& claim = unit.view();
  auto const add = [&](std::size_t index) {
    auto const number = static_cast<std::uint32_t>(index);
    auto const text = unit.block().text(unit.segments()[index]).substr(0, longest_segment_shown);
    shown.segments.push_back({.index = number,
                              .loop = claim.loop_of(number),
                              .begin = static_cast<std::uint32_t>(shown.text.size()),
                              .length = static_cast<std::uint32_t>(text.size())});
    shown.text += text;
  };
  if (count <= max_shown_segments) {
    shown.segments.reserve(count);
    shown.text.reserve(unit.segments().back().raw_end - unit.segments().front().raw_begin);
    for (std::size_t i = 0; i < count; ++i) add(i);
    return;
  }
  std::set<std::size_t> wanted;
  for (auto const& finding : shown.findings) {
    if (wanted.size() < max_shown_segments / 2) wanted.insert(finding.place.segment);
  }
  for (std::size_t i = 0; wanted.size() < max_shown_segments; ++i) wanted.insert(i);
  for (auto const index : wanted) add(index);
  shown.segments_left_out = count - wanted.size();
}

}  // namespace scrub837
