#pragma once

#include <xlsxwriter.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "src/report/finding_formats.hpp"

namespace scrub837 {

/// A column of the sheet: one of the worklist's, or one that is computed from another.
struct SheetColumn {
  std::string_view name;
  std::size_t source = 0;  ///< its place in worklist.csv
  enum class Computed : std::uint8_t { no, age, length };
  Computed computed = Computed::no;
  [[nodiscard]] bool typed() const {
    return computed == Computed::no && source >= first_typed_column &&
           source < first_typed_column + typed_column_count;
  }
};

inline constexpr std::size_t sheet_width = worklist_columns.size() + 2;

constexpr std::array<SheetColumn, sheet_width> make_sheet_columns() {
  std::array<SheetColumn, sheet_width> columns;
  std::size_t at = 0;
  for (std::size_t i = 0; i < worklist_columns.size(); ++i) {
    columns[at++] = {.name = worklist_columns[i], .source = i};
    if (worklist_columns[i] == "date_to")
      columns[at++] = {.name = "days_since_service", .source = i, .computed = SheetColumn::Computed::age};
    if (worklist_columns[i] == "narrative")
      columns[at++] = {
          .name = "narrative_characters", .source = i, .computed = SheetColumn::Computed::length};
  }
  return columns;
}
inline constexpr auto sheet_columns = make_sheet_columns();

/// Where a column is.
constexpr lxw_col_t place_of(std::string_view name) {
  std::size_t at = 0;
  while (sheet_columns.at(at).name != name) ++at;
  return static_cast<lxw_col_t>(at);
}

/// `AB` of 27.
[[nodiscard]] std::string letters_of(std::size_t column);
[[nodiscard]] double width_of(SheetColumn const& column);
/// Whether a long text in it has several lines.
[[nodiscard]] bool is_wrapped(SheetColumn const& column);

}  // namespace scrub837
