#pragma once

#include <string>

#include "src/report/rule_counts.hpp"

namespace scrub837 {

/// Counts as a table of at most 80 columns, the most frequent rule first, and a line of totals.
[[nodiscard]] std::string statistics_table(RuleCounts const& counts);
/// The same rows as JSON, one object a line, without totals.
[[nodiscard]] std::string statistics_jsonl(RuleCounts const& counts);
/// The same rows as CSV with a header.
[[nodiscard]] std::string statistics_csv(RuleCounts const& counts);

}  // namespace scrub837
