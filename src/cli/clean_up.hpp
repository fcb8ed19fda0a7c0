#pragma once

#include <string>

#include "src/cli/run_result.hpp"
#include "src/ledger/ledger.hpp"

namespace scrub837::cli {

/// Removes what killed runs left in a folder of outputs; says in the log how much it was.
void clean_up_after_killed_runs(std::string const& out, RunResult& result);

/// Settles in the ledger how far runs came that were cut off; before their temporaries are removed, which
/// tell it. \return false: outputs that got their names are gone, and it is told which
[[nodiscard]] bool settle_killed_runs(ledger::Ledger& ledger);

}  // namespace scrub837::cli
