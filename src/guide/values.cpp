#include "src/guide/values.hpp"

#include <algorithm>

#include "src/claim/calendar_day.hpp"
#include "src/text/ascii.hpp"

namespace scrub837::guide {
namespace {

bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }
unsigned two(std::string_view digits, std::size_t at) {
  return static_cast<unsigned>(digits[at] - '0') * 10 + static_cast<unsigned>(digits[at + 1] - '0');
}

}  // namespace

bool is_date(std::string_view text) {
  constexpr std::size_t without_century = 6;
  constexpr Day first = 18'000'000, last = 22'000'000;
  if (text.size() == without_century) return day_of("20" + std::string(text)) != 0;
  auto const day = day_of(text);
  return day > first && day < last;
}

bool is_date_range(std::string_view text) {
  constexpr std::size_t day = 8;
  return text.size() == 2 * day + 1 && text[day] == '-' && is_date(text.substr(0, day)) &&
         is_date(text.substr(day + 1));
}

bool is_time(std::string_view text) {
  if (text.size() < 4 || text.size() > 8 || text.size() == 5 || !all_digits(text)) return false;
  return two(text, 0) < 24 && two(text, 2) < 60 && (text.size() < 6 || two(text, 4) < 60);
}

Number number_of(std::string_view text) {
  Number number;
  if (text.starts_with('-')) text.remove_prefix(1);
  auto const point = std::min(text.find('.'), text.size());
  number.point = point < text.size();
  auto whole = text.substr(0, point);
  auto fraction = number.point ? text.substr(point + 1) : std::string_view{};
  number.valid = whole.size() + fraction.size() > 0 && all_digits(whole) && all_digits(fraction);
  if (!number.valid) return number;
  while (whole.size() > 1 && whole.front() == '0') whole.remove_prefix(1);
  while (fraction.ends_with('0')) fraction.remove_suffix(1);
  number.decimals = fraction.size();
  number.digits = whole.size() + fraction.size();
  return number;
}

std::size_t length_of(std::string_view text) {
  constexpr unsigned continuation = 0x80, mask = 0xC0;
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & mask) != continuation; }));
}

std::string upper(std::string_view text) {
  std::string result(text);
  for (auto& byte : result) {
    if (byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 'a' + 'A');
  }
  return result;
}

}  // namespace scrub837::guide
