#pragma once

#include <cstdint>
#include <string_view>

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// A day as CCYYMMDD in a number, so that days compare as numbers do; 0: none.
using Day = std::uint32_t;

/// \return 0 if the text is not eight digits that are a day of the calendar
[[nodiscard]] Day day_of(std::string_view text);

[[nodiscard]] std::int64_t days_between(Day earlier, Day later);

/// One day (D8) or the ends of a range (RD8); zeros if it can't be read.
struct DayRange {
  Day from = 0, to = 0;
  [[nodiscard]] bool known() const { return from != 0; }
};
/// \param dtp DTP02 says the form of DTP03
[[nodiscard]] DayRange day_range_of(SegmentView dtp);

/// The days of a service line, DTP*472 of 2400. Zeros without one. Only if has_service().
[[nodiscard]] DayRange service_range(LineView const& line);

}  // namespace scrub837
