#pragma once

#include <cstdint>
#include <optional>

#include "scrub837/rule.hpp"

// What rules look for in a level or a claim: its parties, and the first segment of a kind.
namespace scrub837 {

/// Calls `use(loop)` for each party: a loop that begins with an NM1.
template <typename Use>
void for_each_party(SegmentRun const& run, Use use) {
  for (auto const& loop : run.loops) {
    if (loop.id != LoopId::stray && run.segments[loop.first].kind == Kind::NM1) use(loop);
  }
}

/// The first segment of a kind in a loop, loops in it included.
[[nodiscard]] inline std::optional<std::uint32_t> first_in(SegmentRun const& run, Loop const& loop,
                                                           Kind kind) {
  for (auto i = loop.first; i < loop.last; ++i) {
    if (run.segments[i].kind == kind) return i;
  }
  return std::nullopt;
}

/// The SBR of a subscriber level; nothing of another run of segments.
[[nodiscard]] inline std::optional<std::uint32_t> subscriber_of(SegmentRun const& run) {
  if (run.outermost() != LoopId::L2000B) return std::nullopt;
  return first_in(run, run.loops.front(), Kind::SBR);
}

}  // namespace scrub837
