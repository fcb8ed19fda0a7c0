#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scrub837/party_totals.hpp"
#include "scrub837/summary.hpp"

namespace scrub837 {

/// What run.summary.json says of a run over several inputs (docs/contract.md).
struct RunSummary {
  Totals totals;
  Status status = Status::ok;  ///< the worst of its files
  std::uint64_t bytes_in = 0;
  std::uint64_t claims_not_compared = 0;  ///< with other claims of the run, which has too many
  std::string started;                    ///< `2026-11-27T02:00:00Z`
  double seconds = 0;
  RunFacts facts;
  ClaimsSeen seen;
  std::vector<PartyTotals> by_payer, by_billing_provider;
  std::vector<WrittenFile> outputs;  ///< of the run as a whole
  std::vector<std::string> files;    ///< names of the files' summaries, from its folder
};

[[nodiscard]] std::string to_json(RunSummary const& run);

/// Adds what was counted in one input to what was counted in others.
void add_to(Totals& sum, Totals const& more);

}  // namespace scrub837
