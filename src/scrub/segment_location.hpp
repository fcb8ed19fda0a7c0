#pragma once

#include <cstdint>
#include <string_view>

#include "scrub837/claim/loops.hpp"
#include "scrub837/error_kind.hpp"
#include "scrub837/finding.hpp"
#include "scrub837/x12/segment.hpp"
#include "src/x12/block.hpp"

namespace scrub837 {

/// Where a finding is.
struct SegmentLocation {
  Kind kind = Kind::unknown;
  std::uint64_t offset = 0;
  std::uint64_t segment_number = 0;
  std::string_view text = {};
  LoopId loop = LoopId::stray;
  Kind missing = Kind::unknown;  ///< a segment that should be here; unknown: none is missing
  std::uint8_t component = 0, repetition = 0;
  ErrorKind error = ErrorKind::of_rule;
  std::string_view received = {};  ///< if it is not the text: with blanks before, or line ends inside
};

/// Where something that is missing belongs: right behind a segment.
/// \param number of that segment in its set; 0: it is in none
[[nodiscard]] inline SegmentLocation missing_behind(Block const& block, Segment const& segment,
                                                    std::uint64_t number, Missing missing) {
  SegmentLocation spot{missing.segment, block.origin + segment.raw_end, number == 0 ? 0 : number + 1};
  spot.loop = missing.loop;
  spot.missing = missing.segment;
  return spot;
}

}  // namespace scrub837
