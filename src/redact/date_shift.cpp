#include "src/redact/date_shift.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "src/text/ascii.hpp"

namespace scrub837::redact {
namespace {

constexpr Day first_of_icd10 = 20151001;

bool all_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

using Days = std::bitset<Survey::days>;

// How many dates would be on another side of the first day of ICD-10-CM.
std::size_t crossing(Days const& dates, std::int64_t shift) {
  auto const border = day_number(first_of_icd10);
  auto const from = shift < 0 ? border : border - shift;
  auto const to = shift < 0 ? border - shift : border;
  std::size_t count = 0;
  for (auto day = std::max<std::int64_t>(from, 0); day < to; ++day)
    count += dates[static_cast<std::size_t>(day)] ? 1U : 0U;
  return count;
}

std::size_t landing_on_others(Days const& dates, std::int64_t shift) {
  auto const moved =
      shift < 0 ? dates >> static_cast<std::size_t>(-shift) : dates << static_cast<std::size_t>(shift);
  return (moved & dates).count();
}

}  // namespace

DateShift::DateShift(Secret const& secret, Survey const& survey) : secret_(&secret), survey_(&survey) {
  // Mostly back: what is in the future is a fault of its own.
  auto const& dates = survey.dates();
  constexpr std::uint64_t attempts = 400;
  constexpr std::size_t worse = 10'000;
  auto best = std::numeric_limits<std::size_t>::max();
  for (std::uint64_t attempt = 0; attempt < attempts && best > 0; ++attempt) {
    auto const random = static_cast<std::int64_t>(secret.number("days", {}, attempt));
    // Where no large number will do, a small one may.
    auto const largest = attempt < attempts / 2 ? 1400 : 60;
    auto shift = -(random % largest) - 1;
    if (attempt % 4 == 3) shift = random % 20 + 1;
    auto const cost = crossing(dates, shift) * worse + landing_on_others(dates, shift);
    if (cost >= best) continue;
    best = cost;
    days_ = shift;
  }
}

std::string DateShift::of_digits(std::string_view digits) const {
  constexpr std::size_t short_date = 6;
  if (digits.size() == short_date) {
    auto const whole = of_digits("20" + std::string(digits));
    return whole.size() > 2 && day_of("20" + std::string(digits)) != 0 ? whole.substr(2)
                                                                       : std::string(digits);
  }
  auto const day = day_of(digits);
  if (day == 0) return std::string(digits);
  auto const number = day_number(day) + days_;
  auto const moved = std::to_string(day_from_number(number));
  return moved.size() == digits.size() ? moved : std::string(digits);
}

// Digits that are no date, and stay none: another year of the same century, or other digits.
std::string DateShift::not_a_date(std::string_view digits) const {
  for (std::uint64_t attempt = 0; attempt < 100; ++attempt) {
    auto random = secret_->number("no date", digits, attempt);
    std::string other(digits);
    auto const first = digits.size() == 8 ? std::size_t{2} : std::size_t{0};
    auto const last = digits.size() == 8 ? std::size_t{4} : digits.size();
    for (auto i = first; i < last; ++i) {
      other[i] = static_cast<char>('0' + random % 10);
      random /= 10;
    }
    if (other != digits && (digits.size() != 8 || day_of(other) == 0)) return other;
  }
  return std::string(digits);
}

std::string DateShift::of_value(std::string_view value) const {
  std::string result(value);
  for_each_run(value, [&](std::size_t begin, std::size_t end) {
    auto const run = value.substr(begin, end - begin);
    if (run.size() <= short_run || !all_digits(run)) return;
    auto moved = of_digits(run);
    // A date and a time of day: 202609140930.
    if (moved == run && run.size() == 12) moved = of_digits(run.substr(0, 8)) + of_time(run.substr(8));
    result.replace(begin, run.size(), moved == run ? not_a_date(run) : moved);
  });
  return result;
}

std::string DateShift::of_time(std::string_view value) const {
  if (value.size() <= short_run || !all_digits(value)) return std::string(value);
  auto const number = [&](std::size_t at) { return (value[at] - '0') * 10 + value[at + 1] - '0'; };
  std::string other(value);
  for (std::uint64_t attempt = 0; (other == value || survey_->has(other)) && attempt < 100; ++attempt) {
    auto const random = secret_->number("time", value, attempt);
    auto const set = [&](std::size_t at, std::uint64_t to) {
      other[at] = static_cast<char>('0' + to / 10);
      other[at + 1] = static_cast<char>('0' + to % 10);
    };
    if (number(0) < 24) set(0, random % 24);
    if (number(2) < 60) set(2, random / 24 % 60);
    if (number(0) >= 24 && number(2) >= 60) set(2, 60 + random % 40);
  }
  return other;
}

}  // namespace scrub837::redact
