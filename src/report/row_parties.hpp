#pragma once

#include <cstdint>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/report.hpp"
#include "src/x12/envelope_walker.hpp"

namespace scrub837 {

/// Fills the columns with the patient and the provider of a claim: who rendered it, else who bills it.
/// \param line index of the service line, or -1 for the whole claim
void describe_parties(WorklistRow& row, ClaimView const& claim, std::int32_t line,
                      LevelContents const& levels);

/// The provider whose NM1 begins a party loop of the claim: a finding about that party shows no other.
/// Changes nothing if the segment is in none.
void describe_provider_at(WorklistRow& row, ClaimView const& claim, std::uint32_t segment);

/// The names of a level: of the billing provider, or of the subscriber or patient.
void describe_level(WorklistRow& row, LevelContents const& levels, Delimiters delimiters);

}  // namespace scrub837
