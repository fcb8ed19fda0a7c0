#pragma once

#include <xlsxwriter.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "src/io/file_descriptor.hpp"
#include "src/workbook/waiting_rows.hpp"

namespace scrub837 {

/// How cells look; all are of one workbook.
struct CellFormats {
  lxw_format* header = nullptr;        ///< of a column that is read
  lxw_format* typed_header = nullptr;  ///< of one that is typed into
  lxw_format* text = nullptr;
  lxw_format* wrapped = nullptr;
  lxw_format* typed = nullptr;  ///< unlocked, a text
  lxw_format* money = nullptr;
  lxw_format* count = nullptr;
  lxw_format* title = nullptr;
  lxw_format* empty = nullptr;     ///< what is still to be typed
  lxw_format* too_long = nullptr;  ///< a count of characters
};

/// A workbook that is being written; row by row, so that memory does not grow with the rows. The same content
/// is the same bytes: it has no time in it.
class WorkbookFile {
 public:
  /// \param folder where rows wait, in files that have no name. Throws EnvironmentError.
  explicit WorkbookFile(std::filesystem::path const& folder);
  ~WorkbookFile();
  WorkbookFile(WorkbookFile const&) = delete;
  WorkbookFile& operator=(WorkbookFile const&) = delete;

  [[nodiscard]] lxw_worksheet* add_sheet(char const* name);
  [[nodiscard]] lxw_chart* add_chart(std::uint8_t type);
  [[nodiscard]] CellFormats const& formats() const { return formats_; }
  /// The whole workbook; nothing can be added afterwards. Throws EnvironmentError.
  [[nodiscard]] std::string finish();

 private:
  lxw_format* add_format();
  void make_formats();

  WaitingRows waiting_;
  FileDescriptor file_;  ///< in memory
  lxw_workbook* workbook_ = nullptr;
  CellFormats formats_;
};

/// How many lines a wrapped text has in a column of that width.
[[nodiscard]] std::size_t lines_in(std::string_view text, double width);

/// So high that as many lines are seen; before the first cell of the row. Not every program finds that out by
/// itself.
void set_row_lines(lxw_worksheet* sheet, std::size_t row, std::size_t lines);

/// How it is printed: across, so wide as `pages`, with the first row on each.
void set_up_print(lxw_worksheet* sheet, std::uint16_t pages);

/// Writes a text, never a formula or a number. Nothing is written for an empty one.
void write_text(lxw_worksheet* sheet, std::size_t row, std::size_t column, std::string_view text,
                lxw_format* format);

}  // namespace scrub837
