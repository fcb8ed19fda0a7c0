#pragma once

#include <string>

#include "src/report_model/report_model.hpp"

namespace scrub837 {

/// The page of a run (`run.report.html`): whole in itself, the same bytes for the same model.
[[nodiscard]] std::string report_page(ReportModel const& model);

}  // namespace scrub837
