#pragma once

#include <string>

#include "scrub837/report.hpp"
#include "src/report/json_line.hpp"
#include "src/text/csv.hpp"

namespace scrub837 {

/// A finding as one line of findings.jsonl (docs/contract.md, "Finding"). Bytes that are not UTF-8 are
/// written `\xHH`, here and in every CSV (escaped_utf8), so that a report is valid whatever was received.
/// \param json is replaced, here and below; what is returned lies in it
[[nodiscard]] std::string_view to_json_line(FindingRecord const& record, JsonLine& json);
/// The id of a finding's segment as it is there, cut where it is longer than any (separators may be lost).
[[nodiscard]] std::string_view segment_id(FindingRecord const& record);
/// The same fields as a line of findings.csv.
[[nodiscard]] std::string_view to_csv_line(FindingRecord const& record, CsvLine& line);
[[nodiscard]] std::string findings_csv_header();
[[nodiscard]] std::string_view to_csv_line(WorklistRow const& row, CsvLine& line);
[[nodiscard]] std::string worklist_csv_header();
[[nodiscard]] std::string_view to_csv_line(AttachmentRecord const& record, CsvLine& line);
[[nodiscard]] std::string attachments_csv_header();

}  // namespace scrub837
