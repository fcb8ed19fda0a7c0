#pragma once

#include "src/report/text_report.hpp"

namespace scrub837::cli {

/// What standard output is: a terminal with its width and, unless NO_COLOR is set, colors; or a file or pipe,
/// on which values are masked unless `show_phi`.
[[nodiscard]] Screen standard_screen(bool show_phi);

}  // namespace scrub837::cli
