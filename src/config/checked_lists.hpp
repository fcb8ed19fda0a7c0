#pragma once

#include <string>
#include <vector>

#include "scrub837/claims_seen.hpp"
#include "scrub837/run_facts.hpp"

namespace scrub837 {

class CodeLists;
class Settings;

/// The code lists that are built in, with the day on which they were looked over, or loaded, with the service
/// dates that they hold on: `ICD-10-CM 2026`, `2025-10-01 to 2026-09-30`.
[[nodiscard]] std::vector<RunFacts::CodeList> checked_lists(Settings const& settings);
/// Whether a list is loaded that is only for services of certain dates.
[[nodiscard]] bool has_dated_lists(CodeLists const& lists);
/// What a clean claim was not checked for, in words: lists that are not loaded or are for other dates, SNIP
/// types and rules that are switched off, payers without a profile.
[[nodiscard]] std::vector<std::string> not_checked_of(Settings const& settings, ClaimsSeen const& seen = {});
/// The same for a screen, in one line; empty if nothing was left out.
[[nodiscard]] std::string not_checked_line(Settings const& settings, ClaimsSeen const& seen = {});

}  // namespace scrub837
