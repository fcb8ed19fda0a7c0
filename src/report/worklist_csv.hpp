#pragma once

#include "src/report/finding_formats.hpp"
#include "src/report/report_file.hpp"
#include "src/report/worklist_rows.hpp"

namespace scrub837 {

/// Writes worklist.csv (docs/contract.md).
class WorklistCsv final : public ReportFile<WorklistRows> {
 public:
  WorklistCsv(Sink& sink, std::string_view file, SupplySource* supplies, Settings const& settings)
      : ReportFile(sink, worklist_csv_header(), file, supplies, settings) {}

 private:
  void row(WorklistRow const& row) override { line(to_csv_line(row, line_)); }
  CsvLine line_;  ///< its memory is used again
};

}  // namespace scrub837
