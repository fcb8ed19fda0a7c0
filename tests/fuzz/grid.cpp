#include "tests/fuzz/grid.hpp"

#include <algorithm>

namespace scrub837::test {

std::optional<std::size_t> Grid::column(std::string_view name) const {
  auto const found = std::find(header.begin(), header.end(), name);
  if (found == header.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header.begin());
}

std::string Grid::cell(std::size_t row, std::string_view column_name) const {
  auto const index = column(column_name);
  return index && *index < rows[row].size() ? rows[row][*index] : std::string{};
}

void Grid::set(std::size_t row, std::string_view column_name, std::string text) {
  auto const index = column(column_name);
  if (!index) return;
  if (rows[row].size() <= *index) rows[row].resize(*index + 1);
  rows[row][*index] = std::move(text);
}

std::optional<Grid> read_grid(std::string_view csv) {
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  std::vector<std::vector<std::string>> rows(1);
  rows.back().emplace_back();
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    char const c = csv[i];
    auto& cell = rows.back().back();
    if (quoted) {
      if (c != '"') {
        cell.push_back(c);
      } else if (i + 1 < csv.size() && csv[i + 1] == '"') {
        cell.push_back('"');
        ++i;
      } else {
        quoted = false;
      }
    } else if (c == '"' && cell.empty()) {
      quoted = true;
    } else if (c == ',') {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.emplace_back();
      rows.back().emplace_back();
    } else if (c != '\r') {
      cell.push_back(c);
    }
  }
  if (quoted) return std::nullopt;
  if (rows.back().size() == 1 && rows.back()[0].empty()) rows.pop_back();
  if (rows.empty()) return std::nullopt;
  Grid grid;
  grid.header = rows.front();
  grid.rows.assign(rows.begin() + 1, rows.end());
  return grid;
}

std::string write_grid(Grid const& grid, char separator) {
  std::string csv;
  auto const line = [&](std::vector<std::string> const& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) csv.push_back(separator);
      if (cells[i].find_first_of(std::string("\"\r\n") + separator) == std::string::npos) {
        csv += cells[i];
        continue;
      }
      csv.push_back('"');
      for (char const c : cells[i]) csv.append(c == '"' ? "\"\"" : std::string(1, c));
      csv.push_back('"');
    }
    csv += "\r\n";
  };
  line(grid.header);
  for (auto const& row : grid.rows) line(row);
  return csv;
}

}  // namespace scrub837::test
