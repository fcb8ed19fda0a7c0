#pragma once

#include <cstdint>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/report.hpp"

namespace scrub837 {

/// Fills the columns of a row that identify its claim and line: what is in the claim itself.
/// \param line index of the service line, or -1 for the whole claim
void describe_row(WorklistRow& row, ClaimView const& claim, std::int32_t line);

/// Fills the columns with what the claim has there now: units, diagnoses, texts and attachments.
/// \param value the element that the row asks for: for a pointer all diagnoses are listed, with their numbers
void describe_content(WorklistRow& row, ClaimView const& claim, std::int32_t line, Place const& value);

}  // namespace scrub837
