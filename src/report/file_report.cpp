#include "src/report/file_report.hpp"

#include <algorithm>

#include "src/report/finding_formats.hpp"

namespace scrub837 {

FileReport::FileReport(Sink& jsonl, Sink& csv, Sink& worklist, Sink& attachments)
    : jsonl_(&jsonl), csv_(&csv), worklist_(&worklist), attachments_(&attachments) {
  csv.append(findings_csv_header());
  worklist.append(worklist_csv_header());
  csv_header_ = csv.size();
  worklist_header_ = worklist.size();
  attachments.append(attachments_csv_header());
  attachments_header_ = attachments.size();
}

void FileReport::finding(FindingRecord const& record) {
  jsonl_->append(to_json_line(record, json_));
  csv_->append(to_csv_line(record, line_));
}

void FileReport::row(WorklistRow const& row) { worklist_->append(to_csv_line(row, line_)); }

void FileReport::attachment(AttachmentRecord const& record) {
  attachments_->append(to_csv_line(record, line_));
}

ReportSink::Marks FileReport::marks() const {
  return {jsonl_->size(), csv_->size(), worklist_->size(), attachments_->size()};
}

void FileReport::rewind(Marks const& marks) {
  jsonl_->truncate(marks[0]);
  csv_->truncate(std::max(marks[1], csv_header_));
  worklist_->truncate(std::max(marks[2], worklist_header_));
  attachments_->truncate(std::max(marks[3], attachments_header_));
}

bool FileReport::has_attachments() const { return attachments_->size() > attachments_header_; }

bool FileReport::has_rows() const { return worklist_->size() > worklist_header_; }

}  // namespace scrub837
