#pragma once

#include "src/report/attachment_records.hpp"
#include "src/report/finding_formats.hpp"
#include "src/report/report_file.hpp"

namespace scrub837 {

/// Writes attachments.csv (docs/contract.md).
class AttachmentsCsv final : public ReportFile<AttachmentRecords> {
 public:
  AttachmentsCsv(Sink& sink, SupplySource* supplies, std::optional<ControlNumbers> numbers)
      : ReportFile(sink, attachments_csv_header(), supplies, numbers) {}

 private:
  void attachment(AttachmentRecord const& record) override { line(to_csv_line(record, line_)); }
  CsvLine line_;  ///< its memory is used again
};

}  // namespace scrub837
