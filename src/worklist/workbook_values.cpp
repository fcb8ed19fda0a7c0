#include "src/worklist/workbook_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>

#include "src/text/utf8.hpp"

namespace scrub837 {
namespace {

using Shown = NumberShape::Shown;

constexpr std::int64_t last_day = 2'958'465;  // December 31, 9999
constexpr std::int64_t seconds_a_day = 86'400;

std::string time_text(std::int64_t seconds) {
  auto const hours = seconds / 3600;
  auto const minutes = seconds / 60 % 60;
  return seconds % 60 == 0 ? fmt::format("{:02}:{:02}", hours, minutes)
                           : fmt::format("{:02}:{:02}:{:02}", hours, minutes, seconds % 60);
}

// Day 1 is January 1, 1900, and February 29, 1900 counts, as in every spreadsheet.
std::string day_text(std::int64_t day) {
  std::chrono::sys_days const first = std::chrono::year(1899) / 12 / (day < 60 ? 31 : 30);
  std::chrono::year_month_day const date{first + std::chrono::days(day)};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::optional<std::string> date_text(double value, Shown shown, bool from_1904) {
  constexpr std::int64_t days_to_1904 = 1462;
  if (from_1904 && shown == Shown::date) value += days_to_1904;
  if (!(value >= 0) || value >= static_cast<double>(last_day + 1)) return std::nullopt;
  auto const seconds = static_cast<std::int64_t>(std::llround(value * static_cast<double>(seconds_a_day)));
  auto const day = seconds / seconds_a_day;
  auto const rest = seconds % seconds_a_day;
  if (shown == Shown::time) return time_text(seconds);
  if (day == 0) return std::nullopt;
  return rest == 0 ? day_text(day) : day_text(day) + " " + time_text(rest);
}

std::string plain_number(double value) {
  // Of longer numbers the digits are lost, and none must be made up.
  constexpr double exact = 1e15;
  if (value == std::trunc(value) && std::abs(value) < exact) return fmt::format("{:.0f}", value + 0.0);
  return fmt::format("{:.15G}", value);
}

// The letters of a format that are no text: outside of quotes, brackets, and behind no backslash.
std::string meaning_letters(std::string_view format) {
  std::string letters;
  char until = 0;
  for (std::size_t i = 0; i < format.size(); ++i) {
    auto const byte = format[i];
    if (until != 0) {
      // [h] counts hours; [Red] and [$-409] do not.
      if (byte == until) until = 0;
    } else if (byte == '"') {
      until = '"';
    } else if (byte == '[' && format.substr(i + 1, 2).find_first_of("hHmMsS") != 0) {
      until = ']';
    } else if (byte == '\\' || byte == '_' || byte == '*') {
      ++i;
    } else if (byte == ';') {
      break;
    } else {
      letters.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte);
    }
  }
  return letters;
}

// _x000D_: the number of the character.
std::optional<char32_t> escape_at(std::string_view text) {
  constexpr std::size_t length = 7;
  if (text.size() < length || text[1] != 'x' || text[length - 1] != '_') return std::nullopt;
  std::uint32_t code = 0;
  auto const [end, error] = std::from_chars(text.data() + 2, text.data() + length - 1, code, 16);
  if (error != std::errc{} || end != text.data() + length - 1) return std::nullopt;
  return code;
}

}  // namespace

NumberShape shape_of(std::uint32_t built_in_format) {
  auto const is = [&](std::uint32_t first, std::uint32_t last) {
    return built_in_format >= first && built_in_format <= last;
  };
  if (is(14, 17) || built_in_format == 22 || is(27, 31) || is(36, 36) || is(50, 58)) return {Shown::date};
  if (is(18, 21) || is(32, 35) || is(45, 47)) return {Shown::time};
  return {};
}

NumberShape shape_of(std::string_view format) {
  auto const letters = meaning_letters(format);
  if (letters.starts_with("general")) return {};
  if (letters.find_first_of("yd") != std::string::npos) return {Shown::date};
  if (letters.find_first_of("hs") != std::string::npos) return {Shown::time};
  if (letters.find('m') != std::string::npos) return {Shown::date};
  if (letters.size() > 1 && letters.find_first_not_of('0') == std::string::npos)
    return {Shown::padded, letters.size()};
  return {};
}

std::string number_as_text(std::string_view value, NumberShape shape, bool from_1904) {
  double number = 0;
  auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || end != value.data() + value.size() || !std::isfinite(number))
    return std::string(value);
  if (shape.shown == Shown::date || shape.shown == Shown::time) {
    if (auto date = date_text(number, shape.shown, from_1904)) return *date;
  }
  auto text = plain_number(number);
  constexpr std::size_t longest = 30;
  if (shape.shown == Shown::padded && number >= 0 && number == std::trunc(number) &&
      text.size() < std::min(shape.digits, longest))
    text.insert(0, std::min(shape.digits, longest) - text.size(), '0');
  return text;
}

std::string workbook_text(std::string_view text) {
  constexpr std::size_t length = 7;
  std::string plain;
  plain.reserve(text.size());
  char32_t high = 0;  // first half of a character beyond U+FFFF
  while (!text.empty()) {
    auto const code = text[0] == '_' ? escape_at(text) : std::nullopt;
    if (!code) {
      if (text[0] != '\0') plain.push_back(text[0]);
      high = 0;
      text.remove_prefix(1);
      continue;
    }
    text.remove_prefix(length);
    if (*code >= 0xD800 && *code < 0xDC00) {
      high = *code;
    } else if (*code >= 0xDC00 && *code < 0xE000) {
      append_utf8(plain, high == 0 ? 0xFFFD : 0x10000 + ((high - 0xD800) << 10U) + (*code - 0xDC00));
      high = 0;
    } else {
      if (*code != 0) append_utf8(plain, *code);
      high = 0;
    }
  }
  return plain;
}

}  // namespace scrub837
