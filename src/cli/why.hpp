#pragma once

#include <string>
#include <vector>

#include "src/report/text_report.hpp"

namespace scrub837::cli {

/// Prints why a claim was held, from the outputs of a run: what holds it, in the order of the file.
/// \param places folders of outputs, or files *.summary.json
/// \return the exit code. Throws UsageError if no output speaks of the claim
[[nodiscard]] int show_why(std::vector<std::string> const& places, std::string const& number,
                           Screen const& screen);

}  // namespace scrub837::cli
