#include <algorithm>
#include <array>
#include <memory>
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

class FindingsSheet final : public RowSheet {
 public:
  FindingsSheet(WorkbookFile& file, lxw_worksheet* sheet) : formats_(&file.formats()), sheet_(sheet) {
    for (std::size_t i = 0; i < finding_sheet_columns.size(); ++i) {
      auto const& [name, width] = finding_sheet_columns[i];
      auto const at = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet, at, at, width, format_of(name));
      write_text(sheet, 0, i, name, formats_->header);
    }
  }

  void add(grammar::CsvRow const& row) override {
    if (sources_.empty()) return find_columns(row);
    if (size_.rows == most_findings_rows) {
      size_.cut = true;
      return;
    }
    ++size_.rows;
    set_lines(sheet_, size_.rows, row, sources_);
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      if (sources_[i] >= row.cells.size()) continue;
      write_text(sheet_, size_.rows, i, without_apostrophe(row.cells[sources_[i]].text),
                 format_of(finding_sheet_columns[i].name));
    }
  }

  SheetSize finish(bool cut) override {
    size_.cut = size_.cut || cut;
    worksheet_freeze_panes(sheet_, 1, 3);
    set_up_print(sheet_, 1);
    worksheet_autofilter(sheet_, 0, 0, static_cast<lxw_row_t>(size_.rows),
                         static_cast<lxw_col_t>(finding_sheet_columns.size() - 1));
    worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    return size_;
  }

 private:
  [[nodiscard]] lxw_format* format_of(std::string_view column) const {
    return is_wrapped_finding(column) ? formats_->wrapped : formats_->text;
  }

  void find_columns(grammar::CsvRow const& header) {
    for (auto const& column : finding_sheet_columns) {
      auto const found = std::ranges::find(header.cells, column.name, &grammar::CsvCell::text);
      sources_.push_back(static_cast<std::size_t>(found - header.cells.begin()));
    }
  }

  CellFormats const* formats_;
  lxw_worksheet* sheet_;
  std::vector<std::size_t> sources_;  ///< where the columns are in findings.csv
  SheetSize size_;
};

}  // namespace

std::unique_ptr<RowSheet> findings_sheet(WorkbookFile& file, lxw_worksheet* sheet) {
  return std::make_unique<FindingsSheet>(file, sheet);
}

}  // namespace scrub837
