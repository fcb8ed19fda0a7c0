#pragma once

#include <kainjow/mustache.hpp>

#include "src/report_model/report_model.hpp"

namespace scrub837 {

/// Adds the charts' values: clean-claim rate, dollars held by payer, findings by rule.
void add_charts(kainjow::mustache::data& page, ReportModel const& model);

}  // namespace scrub837
