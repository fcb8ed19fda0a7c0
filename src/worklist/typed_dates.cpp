#include "src/worklist/typed_dates.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>

#include "src/scrub/row_key.hpp"
#include "src/worklist/typed_text.hpp"

namespace scrub837 {
namespace {

using Parts = std::array<std::string_view, 3>;

// Two numbers of a year mean this century, or from 70 on the last one.
std::int64_t whole_year(std::string_view text, std::int64_t year) {
  if (text.size() > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

void add(std::vector<std::int32_t>& dates, std::int64_t year, std::int64_t month, std::int64_t day) {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return;
  std::chrono::year_month_day const date{
      std::chrono::year(static_cast<int>(year)), std::chrono::month(static_cast<unsigned>(month)),
      std::chrono::day(static_cast<unsigned>(std::min<std::int64_t>(day, 99)))};
  if (!date.ok()) return;
  auto const number = static_cast<std::int32_t>(year * 10000 + month * 100 + day);
  if (std::find(dates.begin(), dates.end(), number) == dates.end()) dates.push_back(number);
}

// Day 1 is January 1, 1900, and February 29, 1900 counts, as in every spreadsheet.
void add_serial(std::vector<std::int32_t>& dates, std::int64_t serial) {
  std::chrono::sys_days const first = std::chrono::year(1899) / 12 / 30;
  std::chrono::year_month_day const date{first + std::chrono::days(serial)};
  add(dates, static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
      static_cast<unsigned>(date.day()));
}

std::optional<std::int64_t> month_of(std::string_view text) {
  constexpr std::array<std::string_view, 12> names = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                      "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
  if (text.size() < 3) return std::nullopt;
  auto const found = std::find(names.begin(), names.end(), in_capitals(text.substr(0, 3)));
  if (found == names.end()) return std::nullopt;
  return found - names.begin() + 1;
}

// Three parts with signs between, and the first sign; a time behind them is left out.
std::optional<std::pair<Parts, char>> parts_of(std::string_view text) {
  Parts parts;
  char sign = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    auto const stop = std::min(text.find_first_of(i < 2 ? "/-. ," : " T,"), text.size());
    parts[i] = text.substr(0, stop);
    if (parts[i].empty() || (i < 2 && stop == text.size())) return std::nullopt;
    if (i == 0) sign = text[stop];
    text.remove_prefix(stop);
    auto const behind = text.find_first_not_of(i < 2 ? "/-. ," : " ");
    text.remove_prefix(std::min(behind, text.size()));
  }
  return std::pair{parts, sign};
}

// 12-Jan, Jan-26, 1/5: what a spreadsheet shows of a date whose year it leaves out.
bool is_day_and_month(std::string_view text) {
  auto const sign = text.find_first_of("/-");
  if (sign == std::string_view::npos) return false;
  auto const one = text.substr(0, sign);
  auto const two = text.substr(sign + 1);
  auto const few = [](std::string_view part) { return part.size() <= 2 && whole_number(part).has_value(); };
  auto const month = [](std::string_view part) { return part.size() == 3 && month_of(part).has_value(); };
  return (few(one) && month(two)) || (month(one) && few(two)) || (text[sign] == '/' && few(one) && few(two));
}

void add_parts(std::vector<std::int32_t>& dates, Parts const& parts, char sign) {
  std::array<std::optional<std::int64_t>, 3> const numbers = {whole_number(parts[0]), whole_number(parts[1]),
                                                              whole_number(parts[2])};
  auto const& [one, two, three] = numbers;
  if (one && two && three) {
    if (parts[0].size() == 4) return add(dates, *one, *two, *three);
    if (sign != '.') add(dates, whole_year(parts[2], *three), *one, *two);
    return add(dates, whole_year(parts[2], *three), *two, *one);
  }
  if (one && three) {
    if (auto const month = month_of(parts[1])) add(dates, whole_year(parts[2], *three), *month, *one);
  } else if (two && three) {
    if (auto const month = month_of(parts[0])) add(dates, whole_year(parts[2], *three), *month, *two);
  }
}

}  // namespace

std::vector<std::int32_t> dates_in(std::string_view cell) {
  std::vector<std::int32_t> dates;
  auto text = trimmed_cell(cell);
  if (text.starts_with('\'')) text.remove_prefix(1);
  if (auto const number = whole_number(text)) {
    if (text.size() == 8) add(dates, *number / 10000, *number / 100 % 100, *number % 100);
    if (text.size() == 5) add_serial(dates, *number);
    return dates;
  }
  if (auto const parts = parts_of(text)) add_parts(dates, parts->first, parts->second);
  return dates;
}

bool is_written_date(std::string_view cell) {
  auto const text = trimmed_cell(cell);
  return !whole_number(text) && (!dates_in(cell).empty() || is_day_and_month(text));
}

}  // namespace scrub837
