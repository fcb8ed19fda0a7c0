#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/worklist_csv.hpp"

namespace scrub837 {

/// A row of a worklist file with its cells as they are there.
struct WorklistLine {
  grammar::CsvRow row;
  std::vector<std::size_t>
      hidden;  ///< lines of the file that a quote of this row hid; they are read by themselves
  std::vector<std::size_t> lost;  ///< lines that it hid, and that can't be read by themselves
  bool other_columns = false;     ///< it is below a header that names other columns than the first one
  bool cut = false;               ///< the file ends in it, without a line end and before its last cell
};

/// The rows of a worklist as a spreadsheet saved it: its encoding, separator and header found, empty rows and
/// headers that are in it once more left out.
class WorklistLines {
 public:
  explicit WorklistLines(std::string bytes);
  WorklistLines(WorklistLines const&) = delete;
  WorklistLines& operator=(WorklistLines const&) = delete;

  /// Names of the columns in small letters; a name that was there before is empty.
  [[nodiscard]] std::vector<std::string> const& columns() const { return columns_; }
  /// By column: whether it is not read for its name, which stands twice or is near that of a column of ours.
  [[nodiscard]] std::vector<bool> const& misnamed() const { return misnamed_; }
  /// The header's cells as they are there.
  [[nodiscard]] std::vector<grammar::CsvCell> const& header() const { return header_; }
  /// Why there are no rows, and what is wrong with the header; with line numbers.
  [[nodiscard]] std::vector<std::string> const& problems() const { return problems_; }
  /// Hands over all rows below the header, in order.
  void for_each(std::function<void(WorklistLine const&)> const& take) const;

 private:
  bool take_header(grammar::CsvRow const& row);
  [[nodiscard]] bool is_header(grammar::CsvRow const& row) const;
  [[nodiscard]] bool is_whole_row(std::string_view line) const;
  void uncover(grammar::CsvReader& reader, WorklistLine& line) const;

  std::string text_;
  std::string_view rows_;       ///< behind the header
  grammar::CsvPosition first_;  ///< of these
  char separator_ = ',';
  std::size_t key_column_ = 0;
  std::vector<std::string> columns_;
  std::vector<bool> misnamed_;
  std::vector<grammar::CsvCell> header_;
  std::vector<std::string> problems_;
};

}  // namespace scrub837
