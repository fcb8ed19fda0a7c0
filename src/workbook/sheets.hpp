#pragma once

#include <memory>

#include "grammar/worklist_csv.hpp"
#include "src/report/run_summary.hpp"
#include "src/workbook/workbook_file.hpp"

namespace scrub837 {

/// How many rows a sheet has, its header left out, and whether there are more than it has.
struct SheetSize {
  std::size_t rows = 0;
  bool cut = false;
};

/// A sheet that is written row by row.
class RowSheet {
 public:
  RowSheet() = default;
  virtual ~RowSheet() = default;
  RowSheet(RowSheet const&) = delete;
  RowSheet& operator=(RowSheet const&) = delete;
  /// The next row of the CSV file; the first is its header.
  virtual void add(grammar::CsvRow const& row) = 0;
  /// No more comes. \param cut rows were left out
  virtual SheetSize finish(bool cut) = 0;
};

/// What is to be typed: the columns of worklist.csv; two more are computed from them.
[[nodiscard]] std::unique_ptr<RowSheet> worklist_sheet(WorkbookFile& file, lxw_worksheet* sheet);
/// What was found, the first rows of findings.csv.
[[nodiscard]] std::unique_ptr<RowSheet> findings_sheet(WorkbookFile& file, lxw_worksheet* sheet);
/// Claims and dollars, by payer and by rule. \param worklist, findings what the other sheets have
void add_summary_sheet(WorkbookFile& file, lxw_worksheet* sheet, RunSummary const& run, SheetSize worklist,
                       SheetSize findings);
/// What each rule means, and beside it what can be picked in the worklist.
void add_rules_sheet(WorkbookFile& file, lxw_worksheet* sheet, RunSummary const& run);

/// Where the Rules sheet has what can be picked: `=Rules!$H$2:$H$58`.
[[nodiscard]] std::string range_of_report_types();
[[nodiscard]] std::string range_of_transmissions();

}  // namespace scrub837
