#pragma once

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/report.hpp"
#include "src/x12/envelope_walker.hpp"

namespace scrub837 {

/// Fills the columns with which a person finds the chart: who, units, diagnoses, and the texts and
/// attachments that are there now. \param levels above the claim
void describe_content(WorklistRow& row, ClaimView const& claim, std::int32_t line,
                      LevelContents const& levels);

/// The names of a level: of the billing provider, or of the subscriber or patient.
void describe_level(WorklistRow& row, LevelContents const& levels, Delimiters delimiters);

}  // namespace scrub837
