#include "src/cli/clean_up.hpp"

#include <spdlog/spdlog.h>

#include "src/cli/run_outputs.hpp"
#include "src/io/errors.hpp"
#include "src/io/leftovers.hpp"
#include "src/io/publisher.hpp"
#include "src/scrub/scrub_file.hpp"

namespace scrub837::cli {

void clean_up_after_killed_runs(std::string const& out, RunResult& result) {
  auto suffixes = output_suffixes();
  suffixes.emplace_back(Publisher::summary_suffix);
  suffixes.emplace_back(report_suffix);
  try {
    auto const freed = remove_leftovers(out, suffixes);
    if (freed > 0) spdlog::warn("removed {} bytes that a killed run left in {}", freed, out);
  } catch (EnvironmentError const& error) {
    result.fail(error.what());
  }
}

}  // namespace scrub837::cli
