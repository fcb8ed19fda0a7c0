#include "src/report/file_report.hpp"

#include <algorithm>

#include "src/report/finding_formats.hpp"

namespace scrub837 {

FileReport::FileReport(Sink& jsonl, Sink& csv, Sink& worklist)
    : jsonl_(&jsonl), csv_(&csv), worklist_(&worklist) {
  csv.append(findings_csv_header());
  worklist.append(worklist_csv_header());
  csv_header_ = csv.size();
  worklist_header_ = worklist.size();
}

void FileReport::finding(FindingRecord const& record) {
  jsonl_->append(to_json_line(record));
  csv_->append(to_csv_line(record));
}

void FileReport::row(WorklistRow const& row) { worklist_->append(to_csv_line(row)); }

ReportSink::Marks FileReport::marks() const { return {jsonl_->size(), csv_->size(), worklist_->size()}; }

void FileReport::rewind(Marks const& marks) {
  jsonl_->truncate(marks[0]);
  csv_->truncate(std::max(marks[1], csv_header_));
  worklist_->truncate(std::max(marks[2], worklist_header_));
}

bool FileReport::has_rows() const { return worklist_->size() > worklist_header_; }

}  // namespace scrub837
