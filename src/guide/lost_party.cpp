#include "src/guide/lost_party.hpp"

#include <algorithm>

#include "src/guide/use_of_segment.hpp"

namespace scrub837::guide {
namespace {

Loop const* innermost_at(SegmentRun const& run, std::uint32_t index) {
  Loop const* found = nullptr;
  for (auto const& loop : run.loops) {
    if (loop.first > index) break;
    if (index < loop.last) found = &loop;
  }
  return found;
}

// Whether it says that a segment, which the missing loop has, is not one of the loop that it stands in.
bool is_of_missing(BoundGuide const& guide, SegmentRun const& run, Fault const& fault, LoopId missing) {
  auto const index = fault.place.segment;
  auto const uses = guide.uses(missing, run.segments[index].kind);
  if (uses.empty()) return false;
  switch (fault.kind) {
    case FaultKind::segment_repeated:
    case FaultKind::out_of_order:
    case FaultKind::segment_not_here:
      return true;
    case FaultKind::code_not_in_list:
      return fault.place.element == 1 &&
             use_of_segment(guide, uses, run.segments[index], run.segment(index)) != nullptr;
    default:
      return false;
  }
}

}  // namespace

std::uint32_t before_lost_party(BoundGuide const& guide, SegmentRun const& run, LoopId missing,
                                std::uint32_t last, Faults& faults) {
  auto const* before = innermost_at(run, last);
  if (before == nullptr || !guide.loop(before->id).party) return last;
  auto const first = before->first;
  auto begin = last + 1;
  for (auto const& fault : faults) {
    auto const at = fault.place.segment;
    if (at > first && at <= last && is_of_missing(guide, run, fault, missing)) begin = std::min(begin, at);
  }
  std::erase_if(faults, [&](Fault const& fault) {
    return fault.place.segment >= begin && fault.place.segment <= last &&
           fault.missing.segment == Kind::unknown;
  });
  return begin - 1;
}

}  // namespace scrub837::guide
