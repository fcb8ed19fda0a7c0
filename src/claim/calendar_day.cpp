#include "src/claim/calendar_day.hpp"

#include <bit>
#include <chrono>
#include <cstring>
#include <optional>

namespace scrub837 {
namespace {

constexpr std::size_t day_length = 8;

std::chrono::year_month_day date_of(Day day) {
  return std::chrono::year(static_cast<int>(day / 10000)) / std::chrono::month(day / 100 % 100) /
         std::chrono::day(day % 100);
}

// The number that eight digits are; nothing if one is none. All eight are read in a step.
std::optional<Day> eight_digits(char const* text) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text, sizeof bytes);
  constexpr std::uint64_t ones = 0x0101010101010101U;
  auto const high = bytes & 0xF0 * ones;
  auto const above_nine = (bytes + 6 * ones) & 0xF0 * ones;
  if (high != 0x30 * ones || above_nine != 0x30 * ones) return std::nullopt;
  if constexpr (std::endian::native != std::endian::little) bytes = __builtin_bswap64(bytes);
  // Pairs of digits, then of pairs, then of fours: the first of each two is the higher one.
  bytes = (bytes & 0x0F * ones) * (1 + (10U << 8U)) >> 8U;
  bytes = (bytes & 0x00FF00FF00FF00FFU) * (1 + (100U << 16U)) >> 16U;
  bytes = (bytes & 0x0000FFFF0000FFFFU) * (1 + (std::uint64_t{10000} << 32U)) >> 32U;
  return static_cast<Day>(bytes);
}

}  // namespace

Day day_of(std::string_view text) {
  if (text.size() != day_length) return 0;
  auto const digits = eight_digits(text.data());
  if (!digits) return 0;
  auto const day = *digits;
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
  // As nearly every one is.
  constexpr std::string_view usual = "DTP*472*D8*20260914";
  constexpr std::uint64_t usual_separators = 1U << 3U | 1U << 7U | 1U << 10U;
  if (dtp.text().size() == usual.size() && dtp.separators() == usual_separators) {
    constexpr std::size_t form_at = 8;
    auto const text = dtp.text();
    auto const day =
        text[form_at] == 'D' && text[form_at + 1] == '8' ? day_of(text.substr(usual.size() - day_length)) : 0;
    return {day, day};
  }
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

}  // namespace scrub837
