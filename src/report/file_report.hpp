#pragma once

#include "scrub837/report.hpp"
#include "src/io/sink.hpp"
#include "src/report/csv.hpp"
#include "src/report/json_line.hpp"

namespace scrub837 {

/// The reports that `scrub` writes: findings.jsonl, findings.csv, worklist.csv, attachments.csv.
class FileReport final : public ReportSink {
 public:
  FileReport(Sink& jsonl, Sink& csv, Sink& worklist, Sink& attachments);
  void finding(FindingRecord const& record) override;
  void row(WorklistRow const& row) override;
  void attachment(AttachmentRecord const& record) override;
  [[nodiscard]] Marks marks() const override;
  void rewind(Marks const& marks) override;
  [[nodiscard]] bool has_rows() const;
  [[nodiscard]] bool has_attachments() const;

 private:
  Sink* jsonl_;
  Sink* csv_;
  Sink* worklist_;
  Sink* attachments_;
  JsonLine json_;  ///< the memory of the lines
  CsvLine line_;
  std::uint64_t csv_header_, worklist_header_, attachments_header_;
};

}  // namespace scrub837
