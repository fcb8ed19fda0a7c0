#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <vector>

#include "scrub837/party_totals.hpp"
#include "scrub837/summary.hpp"

namespace scrub837 {

/// Adds what summary.json and run.summary.json have in common, in its order: the counts of claims, charges,
/// lines and findings.
void add_totals(nlohmann::ordered_json& json, Totals const& totals);
/// Adds what the run judged by: its options, profile files and code lists.
void add_facts(nlohmann::ordered_json& json, RunFacts const& facts);
/// Counts of claims and charges by payer or provider. \param name_key and \param id_key what the two names
/// of a party are called
[[nodiscard]] nlohmann::ordered_json parties_json(std::vector<PartyTotals> const& parties,
                                                  char const* name_key, char const* id_key);
/// What a clean claim was not checked for: in words, one a kind.
[[nodiscard]] std::vector<std::string> not_checked(RunFacts const& facts, std::uint64_t claims_not_compared);
/// The outputs that a summary names.
[[nodiscard]] nlohmann::ordered_json outputs_json(std::span<WrittenFile const> outputs);

}  // namespace scrub837
