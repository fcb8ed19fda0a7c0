#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "scrub837/x12/segment.hpp"

namespace scrub837 {

/// The codes that the shipped guide has for an element of such a segment, in any of its loops; sorted. Empty
/// if in one of them it is no code of a list.
[[nodiscard]] std::vector<std::string_view> codes_of_element(SegmentView const& segment,
                                                             std::uint8_t element);

}  // namespace scrub837
