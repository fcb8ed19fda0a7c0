#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace scrub837::grammar {

/// A cell of a CSV file, its quotes taken off.
struct CsvCell {
  std::string text;
  bool text_after_quote = false;  ///< text was behind the closing quote; it is joined to `text`
  bool open_quote = false;        ///< it begins with a quote that is not closed, which stays in `text`
};

struct CsvRow {
  std::size_t number = 0;  ///< as a spreadsheet counts rows, from 1: one with line breaks in it is one row
  std::size_t line = 0;    ///< line of the file on which it begins, from 1
  std::vector<CsvCell> cells;
};

/// Where a row is: its number, and its line in the file.
struct CsvPosition {
  std::size_t number = 1, line = 1;
};

/// More bytes than this are in no cell that a spreadsheet saves (Excel takes 32,767 characters): a quote
/// that is closed only behind them is a character like others.
constexpr std::size_t longest_quoted = 4UL * 32767;

/// Reads rows of cells (RFC 4180, any of CR LF, LF, CR as line end), one after the other. Total: a quote that
/// is never closed is a character like others. An empty line is a row of one empty cell.
class CsvReader {
 public:
  /// \param text lives as long as this does
  CsvReader(std::string_view text, char separator, CsvPosition first = {})
      : text_(text), next_(first), separator_(separator) {}

  /// \return whether there was another row
  bool next(CsvRow& row);
  /// Where the next row begins.
  [[nodiscard]] CsvPosition position() const { return next_; }
  /// The bytes of the last row, line end included.
  [[nodiscard]] std::string_view raw() const { return raw_; }
  /// Cuts the last row off behind its first bytes, the ends of whole lines, and reads it again. What follows
  /// them is read next.
  void cut(std::size_t size, CsvRow& row);

 private:
  std::string_view text_, raw_;
  std::size_t begin_ = 0, at_ = 0;
  CsvPosition last_, next_;
  char separator_;
};

/// All rows, or the first of them. \param max_rows stop after so many
[[nodiscard]] std::vector<CsvRow> parse_csv(std::string_view text, char separator,
                                            std::size_t max_rows = static_cast<std::size_t>(-1));

}  // namespace scrub837::grammar
