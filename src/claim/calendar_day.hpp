#pragma once

#include <cstdint>
#include <string_view>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/claim/day.hpp"

namespace scrub837 {

/// \return 0 if the text is not eight digits that are a day of the calendar
[[nodiscard]] Day day_of(std::string_view text);

[[nodiscard]] std::int64_t days_between(Day earlier, Day later);

/// \param dtp DTP02 says the form of DTP03
[[nodiscard]] DayRange day_range_of(SegmentView dtp);

}  // namespace scrub837
