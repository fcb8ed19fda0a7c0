#pragma once

#include <cstddef>

#include "scrub837/rule.hpp"

namespace scrub837 {

/// Calls `use(index, loop)` for each segment of a kind in the loops of a party (those that begin with an NM1)
/// and in a level itself (2000A, 2000B, 2000C). What has strayed into them is no segment of theirs. Claims
/// have few of these: lines are passed by.
template <typename Use>
void for_each_party_segment(SegmentRun const& stretch, Kind kind, Use use) {
  for (std::size_t at = 0; at < stretch.loops.size(); ++at) {
    auto const& loop = stretch.loops[at];
    if (loop.id == LoopId::stray) continue;
    auto const head = stretch.segments[loop.first].kind;
    if (head != Kind::NM1 && head != Kind::HL) continue;
    auto child = at + 1;
    for (auto i = loop.first; i < loop.last; ++i) {
      if (child < stretch.loops.size() && stretch.loops[child].first == i) {
        // Within these loops there are strays, and in a level its parties, which come by themselves.
        i = stretch.loops[child].last - 1;
        while (child < stretch.loops.size() && stretch.loops[child].first <= i) ++child;
      } else if (stretch.segments[i].kind == kind) {
        use(i, loop);
      }
    }
  }
}

}  // namespace scrub837
