#pragma once

#include "src/report/finding_formats.hpp"
#include "src/report/report_file.hpp"

namespace scrub837 {

/// Writes findings.jsonl: one line of JSON a finding (docs/contract.md).
class FindingsJsonl final : public ReportFile<> {
 public:
  explicit FindingsJsonl(Sink& sink) : ReportFile(sink, {}) {}
  void finding(FindingRecord const& record) override { line(to_json_line(record, json_)); }

 private:
  JsonLine json_;  ///< its memory is used again
};

}  // namespace scrub837
