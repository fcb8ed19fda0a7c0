#include "src/guide/values.hpp"

#include <algorithm>
#include <array>

namespace scrub837::guide {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }
unsigned two(std::string_view digits, std::size_t at) {
  return static_cast<unsigned>(digits[at] - '0') * 10 + static_cast<unsigned>(digits[at + 1] - '0');
}

bool is_day(unsigned year, unsigned month, unsigned day) {
  constexpr std::array<unsigned, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  bool const leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day <= days[month - 1] + (month == 2 && leap ? 1U : 0U);
}

}  // namespace

bool is_date(std::string_view text) {
  if ((text.size() != 8 && text.size() != 6) || !all_digits(text)) return false;
  if (text.size() == 6) return is_day(2000 + two(text, 0), two(text, 2), two(text, 4));
  auto const century = two(text, 0);
  return century >= 18 && century <= 21 && is_day(century * 100 + two(text, 2), two(text, 4), two(text, 6));
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
