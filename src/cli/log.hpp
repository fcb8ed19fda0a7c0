#pragma once

#include <spdlog/formatter.h>

#include <memory>
#include <string>

namespace scrub837::cli {

struct CommonOptions;

/// Sets up logging: to standard error, as text or, where that is systemd's journal, as JSON lines; and with
/// --log to a file, as JSON lines. Times are UTC. A log never has a patient's data: file names, positions,
/// ISA13, GS06, ST02, numbers of claims and rule ids. Throws UsageError, EnvironmentError.
void set_up_log(CommonOptions const& common);

/// A line of JSON for each message: time, level, message.
[[nodiscard]] std::unique_ptr<spdlog::formatter> json_lines();

}  // namespace scrub837::cli
