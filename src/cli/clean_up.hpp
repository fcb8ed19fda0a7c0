#pragma once

#include <string>

#include "src/cli/run_result.hpp"

namespace scrub837::cli {

/// Removes what killed runs left in a folder of outputs; says in the log how much it was.
void clean_up_after_killed_runs(std::string const& out, RunResult& result);

}  // namespace scrub837::cli
