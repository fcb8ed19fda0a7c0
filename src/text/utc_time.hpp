#pragma once

#include <ctime>
#include <string>

namespace scrub837 {

/// A time as `2026-11-27T02:00:00Z`; empty for what is not a date that anyone means.
[[nodiscard]] std::string utc_time(std::time_t seconds);

}  // namespace scrub837
