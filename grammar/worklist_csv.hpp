#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace scrub837::grammar {

/// A cell of a CSV file, its quotes taken off.
struct CsvCell {
  std::string text;
  bool loose = false;  ///< text stood behind the closing quote; it is joined to `text`
};

struct CsvRow {
  std::size_t line = 0;  ///< line of the file on which it begins, from 1
  std::vector<CsvCell> cells;
};

/// Reads rows of cells (RFC 4180, any of CR LF, LF, CR as line end). Total: a quote that is never closed is
/// a character like others. An empty line is a row of one empty cell.
/// \param most_rows stop after so many
[[nodiscard]] std::vector<CsvRow> parse_csv(std::string_view text, char separator,
                                            std::size_t most_rows = static_cast<std::size_t>(-1));

}  // namespace scrub837::grammar
