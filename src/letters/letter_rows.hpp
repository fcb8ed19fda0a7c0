#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "src/attachments/read_document_list.hpp"
#include "src/letters/claim_facts.hpp"
#include "src/worklist/filled_row.hpp"

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

/// Adds what a document system listed for the line, or for its claim as a whole: the names of the documents,
/// if none was typed, and what is blank of the type, the way of sending and the number of the first one.
void add_listed_documents(FilledRow& row, ClaimFacts const& facts,
                          std::vector<ListedDocument> const& documents);

/// Whether a document is sent, or may be: with PWK02 AA nothing is, and a letter would go with nothing.
[[nodiscard]] bool goes_with_document(FilledRow const& row, ClaimFacts const& facts);

}  // namespace scrub837
