#pragma once

#include <string>

#include "src/report_model/report_model.hpp"

namespace scrub837 {

/// Adds what the script of a page reads: JSON that can be in a script element.
void add_page_data(std::string& page, ReportModel const& model);

}  // namespace scrub837
