#pragma once

#include "src/report/finding_formats.hpp"
#include "src/report/report_file.hpp"

namespace scrub837 {

/// Writes findings.csv: the columns of findings.jsonl (docs/contract.md).
class FindingsCsv final : public ReportFile<> {
 public:
  explicit FindingsCsv(Sink& sink) : ReportFile(sink, findings_csv_header()) {}
  void finding(FindingRecord const& record) override { line(to_csv_line(record, line_)); }

 private:
  CsvLine line_;  ///< its memory is used again
};

}  // namespace scrub837
