#pragma once

#include "src/report_model/report_model.hpp"
#include "src/scrub/claim_unit.hpp"

namespace scrub837 {

/// How many segments of a claim a report shows: the guide allows 50 lines, a damaged claim may have 50,000.
constexpr std::size_t max_shown_segments = 300;

/// Fills in the segments: all, or of a claim with very many, its first ones and those that findings are
/// about.
void show_segments(ReportClaim& shown, ClaimUnit const& unit);

}  // namespace scrub837
