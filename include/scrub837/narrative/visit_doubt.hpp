#pragma once

#include <cstdint>

namespace scrub837 {

/// Whether a text tells of a visit that was not a visit in the home.
enum class VisitDoubt : std::uint8_t {
  none,
  not_in_home,  ///< a call, a video visit, remote monitoring
  not_made      ///< no show, not home, refused, attempted, canceled
};

}  // namespace scrub837
