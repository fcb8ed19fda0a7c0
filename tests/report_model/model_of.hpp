#pragma once

#include <string>
#include <vector>

#include "src/report_model/run_report.hpp"
#include "tests/support/memory_run.hpp"

namespace scrub837::test {

/// What a run over these files in memory has to say; they are named `1.837`, `2.837` and so on.
[[nodiscard]] ReportModel model_of(std::vector<std::string> const& files, Settings const& settings,
                                   ReportLimits const& limits = {});

}  // namespace scrub837::test
