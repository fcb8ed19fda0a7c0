#pragma once

#include <string>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/report.hpp"

namespace scrub837 {

/// Fills the columns of a row that tell a person which claim and line it is about.
/// \param line index of the service line, or -1 for the whole claim
void describe_row(WorklistRow& row, ClaimView const& claim, std::int32_t line);

}  // namespace scrub837
