#pragma once

#include <span>

#include "src/guide/bound_guide.hpp"

namespace scrub837::guide {

/// Which of a loop's uses of its kind a segment is, by its qualifiers. Where a qualifier is right but for
/// blanks around it or lower case, it is that use. \param uses of one kind, not empty. \return null: it is
/// none of them
[[nodiscard]] BoundGuide::Use const* use_of_segment(BoundGuide const& guide,
                                                    std::span<BoundGuide::Use const> uses,
                                                    Segment const& token, SegmentView const& view);

}  // namespace scrub837::guide
