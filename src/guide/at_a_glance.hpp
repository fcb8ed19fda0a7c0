#pragma once

#include "scrub837/x12/segment.hpp"
#include "src/guide/bound_guide.hpp"

namespace scrub837::guide {

/// Whether a segment is right by the guide, as nearly all are, seen without a look at each byte.
/// \return false: it may be right all the same, and check_elements() tells
/// \param token of the segment
[[nodiscard]] bool is_right_at_a_glance(BoundGuide const& guide, Segment const& token,
                                        SegmentView const& segment, BoundGuide::Use const& use);

}  // namespace scrub837::guide
