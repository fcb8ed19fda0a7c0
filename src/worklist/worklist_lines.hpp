#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/worklist_csv.hpp"

namespace scrub837 {

/// The header above rows: that of the file, or of a part of it where files were put together.
struct WorklistHeader {
  std::vector<std::string> columns;  ///< names in small letters; a name that was there before is empty
  /// By column: whether it is not read for its name, which stands twice or is near that of a column of ours.
  std::vector<bool> misnamed;
  std::vector<grammar::CsvCell> cells;  ///< as they are there
  std::size_t key_column = 0;
};

/// A row of a worklist file with its cells as they are there.
struct WorklistLine {
  std::shared_ptr<WorklistHeader const> header;
  grammar::CsvRow row;
  std::vector<std::size_t>
      hidden;  ///< lines of the file that a quote of this row hid; they are read by themselves
  std::vector<std::size_t> lost;  ///< lines that it hid, and that can't be read by themselves
  bool cut = false;               ///< the file ends in it, without a line end and before its last cell
};

/// Whether a cell has the key of a row.
[[nodiscard]] bool is_key(std::string_view text);

/// The rows of a worklist as a spreadsheet saved it: its encoding, separator and header found, empty rows and
/// headers that are in it once more left out.
class WorklistLines {
 public:
  explicit WorklistLines(std::string bytes);
  WorklistLines(WorklistLines const&) = delete;
  WorklistLines& operator=(WorklistLines const&) = delete;

  /// Why there are no rows, and what is wrong with the header; with line numbers.
  [[nodiscard]] std::vector<std::string> const& problems() const { return problems_; }
  /// Hands over all rows below the header, in order. \param problems gets what is wrong with later headers
  void for_each(std::function<void(WorklistLine const&)> const& take,
                std::vector<std::string>& problems) const;

 private:
  using Header = std::shared_ptr<WorklistHeader const>;
  [[nodiscard]] static Header read_header(grammar::CsvRow const& row, std::vector<std::string>& problems);
  [[nodiscard]] static bool is_header(grammar::CsvRow const& row);
  [[nodiscard]] bool is_whole_row(std::string_view line, std::size_t key_column) const;
  void uncover(grammar::CsvReader& reader, WorklistLine& line) const;

  std::string text_;
  std::string_view rows_;       ///< behind the header
  grammar::CsvPosition first_;  ///< of these
  char separator_ = ',';
  Header header_;
  std::vector<std::string> problems_;
};

}  // namespace scrub837
