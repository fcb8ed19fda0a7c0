#pragma once

#include <string>
#include <vector>

#include "scrub837/party_totals.hpp"
#include "scrub837/summary.hpp"

namespace scrub837::cli {

/// What a run says of its files is not wider.
constexpr std::size_t screen_columns = 80;

/// Claims and charges by what became of them, the service lines, and the payers of most held charges: lines
/// of at most screen_columns. Empty if there was no claim.
[[nodiscard]] std::string totals_table(Totals const& totals, std::vector<PartyTotals> const& by_payer);
/// How often each rule found something; empty if none did.
[[nodiscard]] std::string rules_found(Totals const& totals);

}  // namespace scrub837::cli
