#pragma once

#include <string>

#include "scrub837/settings.hpp"

namespace scrub837::cli {

/// Reads a configuration file (TOML): select, ignore, hold, unsafe_fixes, info, optional_rows,
/// unlisted_codes (a list), unlisted_codes_file, and a table of severities. Throws UsageError with line and
/// column for a mistake or an unknown key.
void read_config(std::string const& path, Settings& settings);

}  // namespace scrub837::cli
