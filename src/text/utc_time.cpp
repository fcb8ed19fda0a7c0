#include "src/text/utc_time.hpp"

#include <fmt/chrono.h>

namespace scrub837 {

std::string utc_time(std::time_t seconds) {
  struct tm time {};
  if (::gmtime_r(&seconds, &time) == nullptr) return {};
  constexpr int last_year = 9999 - 1900;
  if (time.tm_year > last_year || time.tm_year < 0) return {};
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", time);
}

}  // namespace scrub837
