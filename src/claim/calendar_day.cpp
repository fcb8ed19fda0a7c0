#include "src/claim/calendar_day.hpp"

#include <algorithm>
#include <chrono>

#include "src/claim/service_line.hpp"
#include "src/text/ascii.hpp"

namespace scrub837 {
namespace {

constexpr std::size_t day_length = 8;

std::chrono::year_month_day date_of(Day day) {
  return std::chrono::year(static_cast<int>(day / 10000)) / std::chrono::month(day / 100 % 100) /
         std::chrono::day(day % 100);
}

}  // namespace

Day day_of(std::string_view text) {
  if (text.size() != day_length) return 0;
  Day day = 0;
  bool digits = true;
  for (std::size_t i = 0; i < day_length; ++i) {
    digits &= is_digit(text[i]);
    day = day * 10 + static_cast<Day>(text[i] - '0');
  }
  if (!digits) return 0;
  auto const in_month = day % 100;
  constexpr Day in_every_month = 28;
  auto const month = day / 100 % 100;
  if (month >= 1 && month <= 12 && in_month >= 1 && in_month <= in_every_month) return day;
  return date_of(day).ok() ? day : 0;
}

std::int64_t days_between(Day earlier, Day later) {
  return (std::chrono::sys_days(date_of(later)) - std::chrono::sys_days(date_of(earlier))).count();
}

DayRange day_range_of(SegmentView dtp) {
  auto const form = dtp[2];
  auto const text = dtp[3];
  if (form == "D8") {
    auto const day = day_of(text);
    return {day, day};
  }
  constexpr std::size_t range_length = 2 * day_length + 1;
  if (form != "RD8" || text.size() != range_length || text[day_length] != '-') return {};
  DayRange const range{day_of(text.substr(0, day_length)), day_of(text.substr(day_length + 1))};
  return range.from == 0 || range.to == 0 ? DayRange{} : range;
}

DayRange service_range(LineView const& line) {
  auto const index = service_date_index(line);
  return index ? day_range_of(line.claim().segment(*index)) : DayRange{};
}

}  // namespace scrub837
