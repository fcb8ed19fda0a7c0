#pragma once

#include "src/report/finding_formats.hpp"
#include "src/report/report_file.hpp"
#include "src/report/worklist_rows.hpp"

namespace scrub837 {

/// Is given each row of a worklist that is written.
class RowListener {
 public:
  virtual ~RowListener() = default;
  /// \param line the row as it is in worklist.csv
  virtual void row(WorklistRow const& row, std::string_view line) = 0;
};

/// Writes worklist.csv (docs/contract.md).
class WorklistCsv final : public ReportFile<WorklistRows> {
 public:
  /// \param listener null: nobody else is given the rows
  WorklistCsv(Sink& sink, std::string_view file, SupplySource* supplies, Settings const& settings,
              RowListener* listener = nullptr)
      : ReportFile(sink, worklist_csv_header(), file, supplies, settings), listener_(listener) {}

 private:
  void row(WorklistRow const& row) override {
    auto const text = to_csv_line(row, line_);
    line(text);
    if (listener_ != nullptr) listener_->row(row, text);
  }
  CsvLine line_;  ///< its memory is used again
  RowListener* listener_;
};

}  // namespace scrub837
