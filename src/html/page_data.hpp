#pragma once

#include <string>

#include "src/report_model/report_model.hpp"

namespace scrub837 {

/// What the script of a page reads, as JSON that can be in a script element.
[[nodiscard]] std::string page_data(ReportModel const& model);

}  // namespace scrub837
