#pragma once

#include <cstdint>

namespace scrub837 {

/// A day as CCYYMMDD in a number, so that days compare as numbers do; 0: none.
using Day = std::uint32_t;

/// One day (D8) or the ends of a range (RD8); zeros if it can't be read.
struct DayRange {
  Day from = 0, to = 0;
  [[nodiscard]] bool known() const { return from != 0; }
};

}  // namespace scrub837
