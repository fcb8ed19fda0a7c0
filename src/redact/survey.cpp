#include "src/redact/survey.hpp"

#include <algorithm>
#include <chrono>

#include "src/text/ascii.hpp"
#include "src/text/quick_hash.hpp"

namespace scrub837::redact {
namespace {

constexpr auto first_day = std::chrono::sys_days(std::chrono::year(1850) / 1 / 1);

std::string control_key(std::string_view level, std::string_view number) {
  return std::string(level).append(" ").append(stripped(number));
}

}  // namespace

std::string upper_case(std::string_view text) {
  std::string result(text);
  for (char& byte : result) {
    if (byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 'a' + 'A');
  }
  return result;
}

std::string_view stripped(std::string_view number) {
  auto const at = std::min(number.find_first_not_of('0'), number.size());
  return number.substr(at);
}

std::int64_t day_number(Day day) {
  auto const date = std::chrono::year(static_cast<int>(day / 10000)) / std::chrono::month(day / 100 % 100) /
                    std::chrono::day(day % 100);
  return (std::chrono::sys_days(date) - first_day).count();
}

Day day_from_number(std::int64_t number) {
  std::chrono::year_month_day const date(first_day + std::chrono::days(number));
  return static_cast<Day>(static_cast<int>(date.year())) * 10000 + static_cast<unsigned>(date.month()) * 100 +
         static_cast<unsigned>(date.day());
}

std::uint64_t Survey::hash_of(std::string_view value) { return QuickHash().add(value).value(); }

void Survey::add_value(std::string_view value) {
  auto const add = [&](std::string const& one) {
    if (one.size() > short_run && values_.size() < most) values_.insert(hash_of(one));
  };
  for_each_run(value, [&](std::size_t begin, std::size_t end) {
    auto const run = upper_case(value.substr(begin, end - begin));
    add(run);
    auto const day = day_of(run);
    if (day == 0) return;
    auto const number = day_number(day);
    if (number >= 0 && number < static_cast<std::int64_t>(days)) dates_.set(static_cast<std::size_t>(number));
  });
}

void Survey::add_amount(std::string_view value) {
  constexpr std::size_t most_amounts = 200'000;
  if (amounts_.size() < most_amounts) amounts_.emplace(value);
  if (value.size() > short_run && values_.size() < most) values_.insert(hash_of(value));
}

void Survey::add_control(std::string_view level, std::string_view value) {
  if (value.empty() || !std::ranges::all_of(value, is_digit)) return;
  if (controls_.size() >= most) return;
  auto& width = controls_.try_emplace(control_key(level, value), value.size()).first->second;
  width = std::min(width, value.size());
}

void Survey::add_name(std::string_view name) {
  constexpr std::size_t most_names = 200'000;
  for_each_run(name, [&](std::size_t begin, std::size_t end) {
    if (end - begin > 1 && names_.size() < most_names)
      names_.insert(upper_case(name.substr(begin, end - begin)));
  });
}

void Survey::add_code(std::string_view code) {
  constexpr std::size_t most_codes = 100'000;
  if (codes_.size() < most_codes) codes_.emplace(code);
}

std::size_t Survey::control_width(std::string_view level, std::string_view number) const {
  auto const found = controls_.find(control_key(level, number));
  return found == controls_.end() ? 0 : found->second;
}

bool Survey::has_control(std::string number) const {
  for (constexpr std::size_t longest = 9; number.size() <= longest; number.insert(0, 1, '0')) {
    if (has(number)) return true;
  }
  return false;
}

}  // namespace scrub837::redact
