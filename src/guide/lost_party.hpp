#pragma once

#include <cstdint>

#include "scrub837/rule.hpp"
#include "src/guide/bound_guide.hpp"
#include "src/guide/fault.hpp"

namespace scrub837::guide {

/// A party whose NM1 was lost runs into the party before it, where its segments are too many, late, or
/// unknown: takes those faults back, which the missing loop says. \param missing the party's loop; \param
/// last index of the last segment before its place \return index of the last segment before the first of its
/// own
std::uint32_t before_lost_party(BoundGuide const& guide, SegmentRun const& run, LoopId missing,
                                std::uint32_t last, Faults& faults);

}  // namespace scrub837::guide
