#pragma once

#include <cstddef>

#include "src/guide/segment_check.hpp"

namespace scrub837::guide {

/// Leaves one fault of a segment where several have one cause: separators at the end where the last element
/// is missing; a separator that was typed into a name or claim number, behind which all elements are one too
/// far; one that was lost, behind which they are one too early. \param first of the faults of the segment
void leave_one_cause(SegmentCheck const& check, std::size_t first);

}  // namespace scrub837::guide
