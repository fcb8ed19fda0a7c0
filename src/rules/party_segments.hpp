#pragma once

#include "scrub837/rule.hpp"

namespace scrub837 {

/// Calls `use(index, loop)` for each segment of a kind in the loops of a party (those that begin with an NM1)
/// and in a level itself (2000A, 2000B, 2000C). Claims have few of these: lines are passed by.
template <typename Use>
void for_each_party_segment(SegmentRun const& stretch, Kind kind, Use use) {
  for (auto const& loop : stretch.loops) {
    if (loop.id == LoopId::stray) continue;
    auto const head = stretch.segments[loop.first].kind;
    if (head != Kind::NM1 && head != Kind::HL) continue;
    for (auto i = loop.first; i < loop.last; ++i) {
      auto const found = stretch.segments[i].kind;
      if (head == Kind::HL && found == Kind::NM1) break;
      if (found == kind) use(i, loop);
    }
  }
}

}  // namespace scrub837
