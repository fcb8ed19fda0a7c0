#include "src/inbox/arrival.hpp"

namespace scrub837::inbox {
namespace {

constexpr std::time_t day = 24L * 60 * 60;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<Hour> hour_of(std::string const& text) {
  constexpr std::size_t short_form = 4, long_form = 5;  // 6:00, 06:00
  if (text.size() == short_form) return hour_of("0" + text);
  if (text.size() != long_form || text[2] != ':') return std::nullopt;
  for (std::size_t const i : {0U, 1U, 3U, 4U}) {
    if (!is_digit(text[i])) return std::nullopt;
  }
  Hour const hour{10 * (text[0] - '0') + text[1] - '0', 10 * (text[3] - '0') + text[4] - '0'};
  constexpr int hours = 24;
  constexpr int minutes = 60;
  return hour.hour < hours && hour.minute < minutes ? std::optional(hour) : std::nullopt;
}

std::time_t last_time_of(Hour hour, std::time_t now) {
  struct tm time {};
  ::localtime_r(&now, &time);
  time.tm_hour = hour.hour;
  time.tm_min = hour.minute;
  time.tm_sec = 0;
  time.tm_isdst = -1;
  auto const today = ::mktime(&time);
  if (today <= now) return today;
  // The day before, at the same hour: it may have been a day of 23 or 25 hours.
  --time.tm_mday;
  time.tm_hour = hour.hour;
  time.tm_min = hour.minute;
  time.tm_isdst = -1;
  return ::mktime(&time);
}

bool is_overdue(Hour hour, std::time_t now, std::optional<std::time_t> last_arrival) {
  return !last_arrival || *last_arrival <= last_time_of(hour, now) - day;
}

}  // namespace scrub837::inbox
