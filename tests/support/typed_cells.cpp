#include "tests/support/typed_cells.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "grammar/worklist_csv.hpp"

namespace scrub837::test {
namespace {

std::size_t column_named(std::vector<grammar::CsvRow> const& rows, std::string_view name) {
  REQUIRE_FALSE(rows.empty());
  auto const& header = rows.front().cells;
  auto const found = std::ranges::find(header, name, &grammar::CsvCell::text);
  REQUIRE(found != header.end());
  return static_cast<std::size_t>(found - header.begin());
}

// Every cell in quotes, as some spreadsheets save them.
std::string csv_of(std::vector<grammar::CsvRow> const& rows) {
  std::string text;
  for (auto const& row : rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      text += i == 0 ? "\"" : ",\"";
      for (char const byte : row.cells[i].text) text.append(byte == '"' ? 2 : 1, byte);
      text += '"';
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace

std::string with_typed(std::string const& worklist, std::size_t row, Cells const& cells) {
  auto rows = grammar::parse_csv(worklist, ',');
  REQUIRE(row + 1 < rows.size());
  for (auto const& [column, text] : cells)
    rows[row + 1].cells[column_named(rows, name_of(column))].text = text;
  return csv_of(rows);
}

std::string cell_of(std::string const& worklist, std::size_t row, std::string_view column) {
  auto const rows = grammar::parse_csv(worklist, ',');
  REQUIRE(row + 1 < rows.size());
  return rows[row + 1].cells[column_named(rows, column)].text;
}

}  // namespace scrub837::test
