#pragma once

#include <string>

#include "scrub837/report.hpp"
#include "src/report/csv.hpp"

namespace scrub837 {

/// A finding as one line of findings.jsonl (CONTRACT.md, "Finding"). Bytes that are no UTF-8 are taken for
/// Latin-1, so that the line is always valid JSON.
[[nodiscard]] std::string to_json_line(FindingRecord const& record);
/// The same fields as a line of findings.csv.
[[nodiscard]] std::string to_csv_line(FindingRecord const& record);
[[nodiscard]] std::string findings_csv_header();
[[nodiscard]] std::string to_csv_line(WorklistRow const& row);
[[nodiscard]] std::string worklist_csv_header();
/// \param line is replaced; what is returned lies in it
[[nodiscard]] std::string_view to_csv_line(AttachmentRecord const& record, CsvLine& line);
[[nodiscard]] std::string attachments_csv_header();

/// How many bytes the UTF-8 character at the beginning of `text` has; 0 if there is none. `text` is not
/// empty.
[[nodiscard]] std::size_t utf8_length(std::string_view text);

/// `text` with every byte that is no UTF-8 read as Latin-1.
[[nodiscard]] std::string as_utf8(std::string_view text);

}  // namespace scrub837
