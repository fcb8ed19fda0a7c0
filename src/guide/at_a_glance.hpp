#pragma once

#include "scrub837/x12/segment.hpp"
#include "src/guide/glance_table.hpp"

namespace scrub837::guide {

/// Whether a segment is right by the guide, as nearly all are, seen without a look at each byte.
/// \return false: it may be right all the same, and check_elements() tells
/// \param segment with the places of its separators \param use that it is
[[nodiscard]] bool is_right_at_a_glance(SegmentView const& segment, GlanceTable const& use);

}  // namespace scrub837::guide
