#pragma once

#include <string>

#include "src/cli/command.hpp"
#include "src/ledger/ledger.hpp"

namespace scrub837::cli {

/// Declares --ledger and --config, for commands that only ask the ledger.
void add_asked_ledger(options::options_description& description, CommonOptions& common);

/// The ledger that is asked, which has to be there. Throws UsageError, EnvironmentError.
[[nodiscard]] std::unique_ptr<ledger::Ledger> existing_ledger(CommonOptions const& common);

}  // namespace scrub837::cli
