#pragma once

#include <string>
#include <vector>

#include "scrub837/run_facts.hpp"

namespace scrub837 {

class Settings;

/// The code lists that are built in, with the day on which they were looked over, or loaded, with the service
/// dates that they hold on: `ICD-10-CM 2026`, `2025-10-01 to 2026-09-30`.
[[nodiscard]] std::vector<RunFacts::CodeList> checked_lists(Settings const& settings);
/// What a clean claim was not checked for, in words: lists that are not loaded, SNIP types and rules that are
/// switched off, payers without a profile.
[[nodiscard]] std::vector<std::string> not_checked_of(Settings const& settings);
/// The same for a screen, in one line; empty if nothing was left out.
[[nodiscard]] std::string not_checked_line(Settings const& settings);

}  // namespace scrub837
