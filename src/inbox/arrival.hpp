#pragma once

#include <ctime>
#include <optional>
#include <string>

namespace scrub837::inbox {

/// A time of day.
struct Hour {
  int hour = 0, minute = 0;
};
/// `06:00`; nothing for any other text.
[[nodiscard]] std::optional<Hour> hour_of(std::string const& text);

/// When the hour passed last, in the time zone of this machine.
[[nodiscard]] std::time_t last_time_of(Hour hour, std::time_t now);

/// Whether files should have come and did not: nothing came in the day before that hour, nor since.
/// \param last_arrival when a file came last; nothing: never
[[nodiscard]] bool is_overdue(Hour hour, std::time_t now, std::optional<std::time_t> last_arrival);

}  // namespace scrub837::inbox
