#pragma once

#include <ctime>
#include <string>

#include "src/cli/inbox_pass.hpp"

namespace scrub837::cli {

/// What a pass says to Prometheus.
struct PassMetrics {
  PassCounts counts;
  Totals totals;
  int exit_code = 0;
  bool overdue = false;  ///< files should have come by now
  std::time_t ended = 0;
  double seconds = 0;
};

/// The text of a file for the textfile collector of Prometheus' node exporter. No value of a claim is in it.
[[nodiscard]] std::string metrics_text(PassMetrics const& metrics);

/// Writes it, whole or not at all, for everybody to read (0644): the exporter is another user.
/// Throws EnvironmentError.
void write_metrics(std::string const& path, std::string const& text);

}  // namespace scrub837::cli
