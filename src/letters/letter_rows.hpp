#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "src/letters/claim_facts.hpp"
#include "src/worklist/read_worklist.hpp"

namespace scrub837 {

/// Rows that get a letter, and why others of their kind get none (line number and words, no content).
struct LetterRows {
  std::vector<FilledRow const*> rows;
  std::vector<std::string> problems;
};

/// Picks the rows of 99600 lines that are held, or whose documentation goes by mail or fax.
[[nodiscard]] LetterRows rows_for_letters(std::vector<FilledRow> const& rows);

/// Why a row gets no letter, now that its claim was looked up; empty if it gets one or needs none.
/// \param facts null: the claim was not found
[[nodiscard]] std::string problem_with(FilledRow const& row, ClaimFacts const* facts);

}  // namespace scrub837
