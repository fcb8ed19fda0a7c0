#include "src/workbook/workbook_file.hpp"

#include <fmt/format.h>
#include <sys/mman.h>

#include <algorithm>
#include <utility>

#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/workbook/cell_text.hpp"
#include "src/workbook/quick_packing.hpp"

namespace scrub837 {
namespace {

constexpr lxw_color_t dark = 0x1F3A5F, pale_blue = 0xDCE6F1, pale_green = 0xE2EFDA, pale_yellow = 0xFFF2CC,
                      red = 0xC00000, white = 0xFFFFFF;

// The library writes to files only: this one is memory with a name.
FileDescriptor memory_file() {
  FileDescriptor file(::memfd_create("workbook", MFD_CLOEXEC));
  if (!file) throw system_error("cannot make a workbook");
  return file;
}

std::string name_in_system(FileDescriptor const& file) { return fmt::format("/proc/self/fd/{}", file.get()); }

}  // namespace

WorkbookFile::WorkbookFile(std::filesystem::path const& folder) : file_(memory_file()) {
  auto rows_wait_in = folder.empty() ? std::string(".") : folder.string();
  lxw_workbook_options options{
      .constant_memory = LXW_TRUE, .tmpdir = rows_wait_in.data(), .use_zip64 = LXW_FALSE};
  workbook_ = workbook_new_opt(name_in_system(file_).c_str(), &options);
  if (workbook_ == nullptr) throw EnvironmentError("cannot make a workbook in " + folder.string());
  constexpr std::time_t january_1_2000 = 946'684'800;
  lxw_doc_properties properties{};
  properties.created = january_1_2000;
  workbook_set_properties(workbook_, &properties);
  make_formats();
}

WorkbookFile::~WorkbookFile() {
  if (workbook_ != nullptr) lxw_workbook_free(workbook_);
}

lxw_format* WorkbookFile::add_format() {
  auto* const format = workbook_add_format(workbook_);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

void WorkbookFile::make_formats() {
  auto const header = [&](lxw_color_t background, lxw_color_t letters) {
    auto* const format = add_format();
    format_set_bold(format);
    format_set_text_wrap(format);
    format_set_bg_color(format, background);
    format_set_font_color(format, letters);
    format_set_border(format, LXW_BORDER_THIN);
    return format;
  };
  // A number ends where the text of the next column begins.
  auto const apart = [](lxw_format* format) {
    format_set_align(format, LXW_ALIGN_RIGHT);
    format_set_indent(format, 1);
  };
  formats_.header = header(pale_blue, dark);
  formats_.typed_header = header(dark, white);
  formats_.text = add_format();
  format_set_num_format(formats_.text, "@");
  formats_.wrapped = add_format();
  format_set_num_format(formats_.wrapped, "@");
  format_set_text_wrap(formats_.wrapped);
  formats_.typed = add_format();
  format_set_num_format(formats_.typed, "@");
  format_set_text_wrap(formats_.typed);
  format_set_unlocked(formats_.typed);
  format_set_border(formats_.typed, LXW_BORDER_HAIR);
  format_set_bg_color(formats_.typed, pale_green);
  formats_.money = add_format();
  format_set_num_format(formats_.money, "#,##0.00");
  apart(formats_.money);
  formats_.count = add_format();
  format_set_num_format(formats_.count, "#,##0");
  apart(formats_.count);
  formats_.title = add_format();
  format_set_bold(formats_.title);
  format_set_font_size(formats_.title, 14);
  formats_.empty = workbook_add_format(workbook_);
  format_set_bg_color(formats_.empty, pale_yellow);
  formats_.too_long = workbook_add_format(workbook_);
  format_set_font_color(formats_.too_long, red);
  format_set_bold(formats_.too_long);
  // Else they would be numbered as they are used, and that depends on how far each sheet has come.
  for (auto* const format : {formats_.header, formats_.typed_header, formats_.text, formats_.wrapped,
                             formats_.typed, formats_.money, formats_.count, formats_.title})
    static_cast<void>(lxw_format_get_xf_index(format));
}

lxw_worksheet* WorkbookFile::add_sheet(char const* name) {
  auto* const sheet = workbook_add_worksheet(workbook_, name);
  if (sheet == nullptr) throw system_error("cannot add a sheet to a workbook");
  return sheet;
}

lxw_chart* WorkbookFile::add_chart(std::uint8_t type) { return workbook_add_chart(workbook_, type); }

std::string WorkbookFile::finish() {
  QuickPacking const quick;
  // It is gone after this, whether that succeeds or not.
  auto const error = workbook_close(std::exchange(workbook_, nullptr));
  WaitingRows::check();
  if (error != LXW_NO_ERROR)
    throw EnvironmentError(fmt::format("cannot write a workbook: {}", lxw_strerror(error)));
  auto const name = name_in_system(file_);
  auto const packed = open_file(name, OpenMode::read);
  std::string bytes(static_cast<std::size_t>(look_at_open(packed, name).st_size), '\0');
  if (read_some_at(packed.get(), bytes, 0, name) != bytes.size())
    throw EnvironmentError("cannot read a workbook that was just written");
  return bytes;
}

std::size_t lines_in(std::string_view text, double width) {
  // Words are not broken, and letters are not all of one width.
  auto const letters = std::max<std::size_t>(1, static_cast<std::size_t>(width * 0.97));
  std::size_t lines = 0;
  for (std::size_t first = 0; first <= text.size();) {
    auto const end = std::min(text.find('\n', first), text.size());
    lines += std::max<std::size_t>(1, (end - first + letters - 1) / letters);
    first = end + 1;
  }
  return lines;
}

void set_row_lines(lxw_worksheet* sheet, std::size_t row, std::size_t lines) {
  constexpr std::size_t most_lines = 20;
  worksheet_set_row(sheet, static_cast<lxw_row_t>(row),
                    LXW_DEF_ROW_HEIGHT * static_cast<double>(std::min(lines, most_lines)), nullptr);
}

void set_up_print(lxw_worksheet* sheet, std::uint16_t pages) {
  worksheet_set_landscape(sheet);
  worksheet_repeat_rows(sheet, 0, 0);
  worksheet_fit_to_pages(sheet, pages, 0);
}

void write_text(lxw_worksheet* sheet, std::size_t row, std::size_t column, std::string_view text,
                lxw_format* format) {
  if (text.empty()) return;
  worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                         cell_text(text).c_str(), format);
}

}  // namespace scrub837
