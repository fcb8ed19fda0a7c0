#pragma once

#include <cstdint>
#include <string_view>

#include "scrub837/claim/loops.hpp"
#include "scrub837/x12/segment.hpp"

namespace scrub837 {

/// Where a finding above the claims stands.
struct SegmentLocation {
  Kind kind = Kind::unknown;
  std::uint64_t offset = 0;
  std::uint64_t segment_number = 0;
  std::string_view text;
  LoopId loop = LoopId::stray;
  std::string_view received = {};  ///< if it is not the text: with blanks before, or line ends inside
};

}  // namespace scrub837
