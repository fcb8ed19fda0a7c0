#pragma once

#include <kainjow/mustache.hpp>

#include "src/report_model/report_model.hpp"

namespace scrub837 {

/// What the template says by itself, without the script: totals, charts, causes, what was checked.
[[nodiscard]] kainjow::mustache::data page_summary(ReportModel const& model);

}  // namespace scrub837
