#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "grammar/worklist_csv.hpp"
#include "src/workbook/cell_text.hpp"
#include "src/workbook/sheets.hpp"

namespace scrub837 {
namespace {

// Who wants more of them reads findings.csv.
constexpr std::size_t most_findings_rows = 20'000;

struct FindingColumn {
  std::string_view name;  ///< in findings.csv
  double width;
};
constexpr std::array finding_sheet_columns{
    FindingColumn{"file", 24},        FindingColumn{"claim", 18},       FindingColumn{"line", 6},
    FindingColumn{"severity", 9},     FindingColumn{"rule", 9},         FindingColumn{"loop", 8},
    FindingColumn{"segment", 9},      FindingColumn{"element", 10},     FindingColumn{"message", 70},
    FindingColumn{"disposition", 13}, FindingColumn{"fix_applied", 13}, FindingColumn{"fix_before", 34},
    FindingColumn{"fix_after", 34},   FindingColumn{"offset", 10}};

bool is_wrapped_finding(std::string_view column) {
  return column == "message" || column == "file" || column.starts_with("fix_");
}

void set_lines(lxw_worksheet* sheet, std::size_t number, grammar::CsvRow const& row,
               std::span<std::size_t const> sources) {
  std::size_t lines = 1;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    auto const& [name, width] = finding_sheet_columns[i];
    if (is_wrapped_finding(name) && sources[i] < row.cells.size())
      lines = std::max(lines, lines_in(row.cells[sources[i]].text, width));
  }
  if (lines > 1) set_row_lines(sheet, number, lines);
}

}  // namespace

SheetSize add_findings_sheet(WorkbookFile& file, lxw_worksheet* sheet, TableText const& findings) {
  auto const& formats = file.formats();
  grammar::CsvReader reader(findings.rows(), ',');
  grammar::CsvRow row;
  static_cast<void>(reader.next(row));
  std::vector<std::size_t> sources;
  for (std::size_t i = 0; i < finding_sheet_columns.size(); ++i) {
    auto const& [name, width] = finding_sheet_columns[i];
    std::size_t source = 0;
    while (source < row.cells.size() && row.cells[source].text != name) ++source;
    sources.push_back(source);
    auto const at = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet, at, at, width, is_wrapped_finding(name) ? formats.wrapped : formats.text);
    write_text(sheet, 0, i, name, formats.header);
  }
  SheetSize size{.cut = findings.cut()};
  while (reader.next(row)) {
    if (size.rows == most_findings_rows) {
      size.cut = true;
      break;
    }
    ++size.rows;
    set_lines(sheet, size.rows, row, sources);
    for (std::size_t i = 0; i < sources.size(); ++i) {
      if (sources[i] >= row.cells.size()) continue;
      write_text(sheet, size.rows, i, without_apostrophe(row.cells[sources[i]].text),
                 is_wrapped_finding(finding_sheet_columns[i].name) ? formats.wrapped : formats.text);
    }
  }
  worksheet_freeze_panes(sheet, 1, 3);
  set_up_print(sheet, 1);
  worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(size.rows),
                       static_cast<lxw_col_t>(finding_sheet_columns.size() - 1));
  worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
  return size;
}

}  // namespace scrub837
