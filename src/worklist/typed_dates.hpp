#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace scrub837 {

/// The dates that a cell can mean, as CCYYMMDD in a number: 20260914, 9/14/2026, 09/14/26, 2026-09-14,
/// 14.09.2026, 14-Sep-26, the serial number 46279, each with or without a time behind. Two where day and
/// month can be told either way; none if it can't be read.
[[nodiscard]] std::vector<std::int32_t> dates_in(std::string_view cell);

/// Whether a cell is written as a date, with something between day, month and year.
[[nodiscard]] bool is_written_date(std::string_view cell);

}  // namespace scrub837
