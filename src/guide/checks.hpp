#pragma once

#include "scrub837/rule.hpp"
#include "src/guide/bound_guide.hpp"
#include "src/guide/fault.hpp"

namespace scrub837::guide {

/// Everything that the guide says of a stretch: whether each loop has what it must have, in its order and no
/// more often than it may, and whether each element is used, typed and coded as it says. Of a stretch that is
/// right nothing is allocated.
/// \param stretch a claim, the header of a set or a level
void check_stretch(BoundGuide const& guide, SegmentRun const& stretch, Faults& faults);

/// The elements of a segment of the envelope: ISA, GS, ST, SE, GE or IEA.
void check_envelope(BoundGuide const& guide, SegmentView segment, Faults& faults);

/// Where an element stands.
struct ElementPlace {
  std::uint32_t segment = 0;
  LoopId loop = LoopId::stray;
};
/// The elements of a segment that a loop uses so.
void check_elements(BoundGuide const& guide, SegmentView segment, BoundGuide::Use const& use,
                    ElementPlace where, Faults& faults);

}  // namespace scrub837::guide
