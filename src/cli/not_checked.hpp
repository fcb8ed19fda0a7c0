#pragma once

#include <string>

#include "scrub837/claims_seen.hpp"
#include "scrub837/settings.hpp"

namespace scrub837::cli {

/// What a run did not look at, as the screen shows it; empty: nothing.
[[nodiscard]] std::string not_checked_text(Settings const& settings, ClaimsSeen const& seen);

}  // namespace scrub837::cli
