#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scrub837::test {

/// A CSV table with column names, read and written without the library's code.
struct Grid {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;

  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
  /// Empty if there is no such column or cell.
  [[nodiscard]] std::string cell(std::size_t row, std::string_view column_name) const;
  /// Does nothing if there is no such column.
  void set(std::size_t row, std::string_view column_name, std::string text);
};

/// \return nothing if the table has no header, or a quote is not closed
[[nodiscard]] std::optional<Grid> read_grid(std::string_view csv);
[[nodiscard]] std::string write_grid(Grid const& grid, char separator = ',');

}  // namespace scrub837::test
