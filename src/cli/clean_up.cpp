#include "src/cli/clean_up.hpp"

#include <spdlog/spdlog.h>

#include "src/cli/run_outputs.hpp"
#include "src/io/errors.hpp"
#include "src/io/leftovers.hpp"
#include "src/io/publisher.hpp"
#include "src/ledger/file_record.hpp"
#include "src/scrub/scrub_file.hpp"
#include "src/text/utf8.hpp"

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

bool settle_killed_runs(ledger::Ledger& ledger) {
  auto const recovered = ledger::recover(ledger);
  if (recovered.settled > 0)
    spdlog::info("the ledger had {} files of runs that were cut off; they are settled", recovered.settled);
  for (auto const& entry : recovered.gone) {
    spdlog::error(
        "{}: run {} was cut off when its outputs had their names, and they are not there any more. Whoever "
        "fetches outputs has them, or somebody removed them: its claims count as sent. If they did not reach "
        "the payer, scrub the file again, and say why in release_reason",
        displayed(entry.name), entry.run);
  }
  return recovered.gone.empty();
}

}  // namespace scrub837::cli
