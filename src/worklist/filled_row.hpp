#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scrub837/report.hpp"

namespace scrub837 {

/// Cells of a row by the names of their columns; those that hold nothing are left out.
class NamedCells {
 public:
  NamedCells() = default;
  NamedCells(std::initializer_list<std::pair<std::string, std::string>> cells) : cells_(cells) {}

  /// The cell's text; empty if there is none.
  [[nodiscard]] std::string_view operator[](std::string_view column) const;
  void set(std::string_view column, std::string text);
  void clear() { cells_.clear(); }

 private:
  std::vector<std::pair<std::string, std::string>> cells_;
};

/// A worklist row as a person gave it back: what is known by column name, and where it was.
struct FilledRow {
  std::size_t number = 0;       ///< as a spreadsheet counts rows: the header is 1
  std::string key;              ///< empty: it has none, and something was typed into it
  std::int64_t line_index = 0;  ///< as the key says it; 0: the claim as a whole
  // What the person typed, trimmed of blanks at both ends, in one line:
  std::string narrative, attachment_type, attachment_transmission, attachment_control_number,
      authorization_number, value, release_reason, released_by, document_name, comparable_code, charge_reason,
      visit_nature, intervention, patient_response;
  NamedCells
      others;  ///< other columns that something is done with (claim, line, dates …) or that are not ours
  std::bitset<typed_column_count> formulas;  ///< cells that begin like a formula: kept, and used for nothing
  bool formula = false;                      ///< one of them would go into the claim
  bool lists_claim = false;                  ///< the file has a column claim
  bool wrong_cell_count =
      false;                 ///< it has not the cells of the header: what was typed may be in wrong columns
  bool unread_text = false;  ///< something was typed where it can't be read; `refused` says why
  std::string refused;       ///< why nothing of it can be used, in plain words; empty if it can
};

/// A column that the person fills.
struct TypedColumn {
  enum class Use : std::uint8_t {
    answer,  ///< it goes into the claim, or releases it
    letter,  ///< the cover letter alone uses it
    record,  ///< it says who typed the others, and is no answer by itself
  };
  Typed column;
  std::string FilledRow::*cell;
  Use use = Use::answer;
};
/// All of them, in the worklist's order.
[[nodiscard]] std::span<TypedColumn const, typed_column_count> typed_columns();

/// Whether a row holds anything that only the cover letter takes.
[[nodiscard]] bool typed_for_letter(FilledRow const& row);
/// Whether it holds anything for which a row above the claims has no use: it takes a value and a reason to
/// release.
[[nodiscard]] bool typed_for_claim(FilledRow const& row);
/// Whether it holds anything that a person typed for the claim or its letter.
[[nodiscard]] bool anything_typed(FilledRow const& row);

}  // namespace scrub837
