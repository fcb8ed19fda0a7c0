#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scrub837/report.hpp"

namespace scrub837 {

/// A worklist row as a person gave it back: what is known by column name, and where it stood.
struct FilledRow {
  std::size_t number = 0;  ///< line of the file on which the row begins, from 1 (the header is 1)
  std::string key;
  std::int64_t line_index = 0;  ///< as the key says it; 0: the claim as a whole
  // What the person typed, trimmed of blanks at both ends:
  std::string narrative, comparable_code, charge_reason, visit_nature, intervention, patient_response,
      attachment_type, attachment_transmission, attachment_control_number, document_name, release_reason;
  std::map<std::string, std::string> others;  ///< all other columns, by name (rule, needed, file, claim …)
  bool formula = false;  ///< a cell that goes into the claim began like a formula and was emptied
  bool uneven = false;   ///< it has not the cells of the header: what was typed may stand in wrong columns
};

struct WorklistFile {
  std::vector<FilledRow> rows;
  std::vector<std::string> problems;
};

/// A column that the person fills.
struct TypedColumn {
  Typed column;
  std::string FilledRow::*cell;
  bool letter_alone = false;  ///< it never goes into the claim
  bool code = false;          ///< a code of capitals: nn is taken for NN
};
/// All of them, in the worklist's order.
[[nodiscard]] std::span<TypedColumn const, typed_column_count> typed_columns();

/// Whether a row holds anything that only the cover letter takes.
[[nodiscard]] bool typed_for_letter(FilledRow const& row);

/// Reads a worklist as Excel and LibreOffice save it. Throws nothing for bad content: problems in words, with
/// line number and column, never with the text that stands there.
[[nodiscard]] WorklistFile read_worklist(std::string_view bytes);

}  // namespace scrub837
