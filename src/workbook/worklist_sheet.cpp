#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>
#include <utility>

#include "grammar/worklist_csv.hpp"
#include "scrub837/report.hpp"
#include "src/workbook/cell_text.hpp"
#include "src/workbook/sheet_columns.hpp"
#include "src/workbook/sheets.hpp"

namespace scrub837 {
namespace {

// More would be a sheet that the reader refuses (ZipParts::most_bytes).
constexpr std::size_t most_worklist_rows = 50'000;
constexpr std::size_t longest_narrative = 80;

using Computed = SheetColumn::Computed;

lxw_format* format_of(CellFormats const& formats, SheetColumn const& column) {
  if (column.typed()) return formats.typed;
  if (column.computed != Computed::no) return formats.count;
  if (column.name == "charge") return formats.money;
  return is_wrapped(column) ? formats.wrapped : formats.text;
}

// What nobody computes with stays a text: only what is a number of dollars in the form that we would show.
std::optional<double> amount_of(std::string_view text) {
  constexpr std::size_t longest = 12;
  auto const point = std::min(text.find('.'), text.size());
  if (text.empty() || text.size() > longest || point == 0 || text.size() - point > 3) return std::nullopt;
  if (text.find_first_not_of("0123456789.") != std::string_view::npos || (point > 1 && text[0] == '0'))
    return std::nullopt;
  double amount = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(amount) : std::nullopt;
}

class WorklistSheet final : public RowSheet {
 public:
  WorklistSheet(WorkbookFile& file, lxw_worksheet* sheet) : formats_(&file.formats()), sheet_(sheet) {
    set_up_columns();
  }

  void add(grammar::CsvRow const& row) override {
    if (std::exchange(header_comes_, false)) return;
    if (size_.rows == most_worklist_rows) {
      size_.cut = true;
    } else {
      write_row(++size_.rows, row);
    }
  }

  SheetSize finish(bool cut) override {
    size_.cut = size_.cut || cut;
    help_to_type(std::max<std::size_t>(size_.rows, 1));
    protect(size_.rows);
    return size_;
  }

 private:
  void set_up_columns() {
    for (std::size_t i = 0; i < sheet_columns.size(); ++i) {
      auto const& column = sheet_columns[i];
      auto const at = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, at, at, width_of(column), format_of(*formats_, column));
    }
    constexpr double header_height = 24;
    worksheet_set_row(sheet_, 0, header_height, nullptr);
    for (std::size_t i = 0; i < sheet_columns.size(); ++i) {
      auto const& column = sheet_columns[i];
      write_text(sheet_, 0, i, column.name, column.typed() ? formats_->typed_header : formats_->header);
    }
  }

  void write_row(std::size_t number, grammar::CsvRow const& row) {
    set_row_lines(sheet_, number, lines_of(row));
    for (std::size_t i = 0; i < sheet_columns.size(); ++i) {
      auto const& column = sheet_columns[i];
      if (column.source >= row.cells.size()) continue;
      auto const& text = row.cells[column.source].text;
      if (text.empty()) {
        leave_open(number, i);
        continue;
      }
      if (column.computed == Computed::no) {
        write_cell(number, i, without_apostrophe(text));
      } else if (column.computed == Computed::age) {
        write_age(number, i);
      }
    }
    write_length(number);
  }

  // Two at least, for a narrative of 80 characters.
  [[nodiscard]] static std::size_t lines_of(grammar::CsvRow const& row) {
    std::size_t lines = 2;
    for (auto const& column : sheet_columns) {
      if (is_wrapped(column) && column.source < row.cells.size())
        lines = std::max(lines, lines_in(row.cells[column.source].text, width_of(column)));
    }
    return lines;
  }

  // Programs that don't know the format of the column find it in the cell.
  void leave_open(std::size_t number, std::size_t at) {
    if (!sheet_columns[at].typed()) return;
    worksheet_write_blank(sheet_, static_cast<lxw_row_t>(number), static_cast<lxw_col_t>(at),
                          formats_->typed);
  }

  void write_cell(std::size_t number, std::size_t at, std::string_view text) {
    auto const& column = sheet_columns[at];
    auto const amount = column.name == "charge" ? amount_of(text) : std::nullopt;
    if (amount) {
      worksheet_write_number(sheet_, static_cast<lxw_row_t>(number), static_cast<lxw_col_t>(at), *amount,
                             formats_->money);
    } else {
      write_text(sheet_, number, at, text, format_of(*formats_, column));
    }
  }

  void write_age(std::size_t number, std::size_t at) {
    static std::string const day = letters_of(place_of("date_to"));
    auto const formula = fmt::format(
        "=IF(LEN(${0}{1})=8,TODAY()-DATE(LEFT(${0}{1},4),MID(${0}{1},5,2),RIGHT(${0}{1},2)),\"\")", day,
        number + 1);
    worksheet_write_formula_str(sheet_, static_cast<lxw_row_t>(number), static_cast<lxw_col_t>(at),
                                formula.c_str(), formats_->count, "");
  }

  void write_length(std::size_t number) {
    static std::string const narrative = letters_of(place_of("narrative"));
    auto const formula = fmt::format("=IF(LEN(${0}{1})=0,\"\",LEN(${0}{1}))", narrative, number + 1);
    worksheet_write_formula_str(sheet_, static_cast<lxw_row_t>(number), place_of("narrative_characters"),
                                formula.c_str(), formats_->count, "");
  }

  void help_to_type(std::size_t rows) {
    auto const last = static_cast<lxw_row_t>(rows);
    std::string title("Up to 80 characters");
    std::string message("Say what was done, for how long and why. The column beside it counts.");
    std::string too_long("The payer takes at most 80 characters.");
    lxw_data_validation length{};
    length.validate = LXW_VALIDATION_TYPE_LENGTH;
    length.criteria = LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
    length.value_number = static_cast<double>(longest_narrative);
    length.input_title = title.data();
    length.input_message = message.data();
    length.error_title = title.data();
    length.error_message = too_long.data();
    validate("narrative", last, length);
    pick("attachment_type", last, range_of_report_types());
    pick("attachment_transmission", last, range_of_transmissions());
    color(last);
  }

  // A code alone, or words, may be typed too.
  void pick(std::string_view column, lxw_row_t last, std::string range) {
    std::string title("Not in the list");
    std::string message("The list has all codes. Keep what you typed?");
    lxw_data_validation list{};
    list.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    list.value_formula = range.data();
    list.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    list.error_title = title.data();
    list.error_message = message.data();
    validate(column, last, list);
  }

  void validate(std::string_view column, lxw_row_t last, lxw_data_validation& validation) {
    worksheet_data_validation_range(sheet_, 1, place_of(column), last, place_of(column), &validation);
  }

  // A row that asks for something and has no answer yet; and a narrative that is too long.
  void color(lxw_row_t last) {
    auto const first = place_of("narrative");
    auto const end = place_of("release_reason");
    // The count of characters is among them, and is blank where there is no narrative.
    auto unanswered = fmt::format("=AND($A2=\"required\",COUNTBLANK(${0}2:${1}2)={2})", letters_of(first),
                                  letters_of(end), end - first + 1);
    lxw_conditional_format empty{};
    empty.type = LXW_CONDITIONAL_TYPE_FORMULA;
    empty.value_string = unanswered.data();
    empty.format = formats_->empty;
    auto const count = place_of("narrative_characters");
    worksheet_conditional_format_range(sheet_, 1, first, last, first, &empty);
    worksheet_conditional_format_range(sheet_, 1, static_cast<lxw_col_t>(count + 1), last, end, &empty);
    auto longer = fmt::format("=LEN(${}2)>{}", letters_of(first), longest_narrative);
    lxw_conditional_format too_long{};
    too_long.type = LXW_CONDITIONAL_TYPE_FORMULA;
    too_long.value_string = longer.data();
    too_long.format = formats_->too_long;
    worksheet_conditional_format_range(sheet_, 1, count, last, count, &too_long);
  }

  void protect(std::size_t rows) {
    constexpr lxw_col_t claim_columns = 3;  // kind, claim, line
    worksheet_freeze_panes(sheet_, 1, claim_columns);
    worksheet_autofilter(sheet_, 0, 0, static_cast<lxw_row_t>(rows),
                         static_cast<lxw_col_t>(sheet_columns.size() - 1));
    worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    lxw_protection allowed{};
    allowed.format_columns = LXW_TRUE;
    allowed.format_rows = LXW_TRUE;
    allowed.autofilter = LXW_TRUE;
    worksheet_protect(sheet_, nullptr, &allowed);
    // The columns behind what is typed are for the program.
    worksheet_print_area(sheet_, 0, 0, static_cast<lxw_row_t>(rows), place_of("released_by"));
    worksheet_repeat_columns(sheet_, 0, claim_columns - 1);
    constexpr std::uint16_t pages_wide = 4;
    set_up_print(sheet_, pages_wide);
  }

  CellFormats const* formats_;
  lxw_worksheet* sheet_;
  SheetSize size_;
  bool header_comes_ = true;
};

}  // namespace

std::unique_ptr<RowSheet> worklist_sheet(WorkbookFile& file, lxw_worksheet* sheet) {
  return std::make_unique<WorklistSheet>(file, sheet);
}

}  // namespace scrub837
