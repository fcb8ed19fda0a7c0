#include "src/report/finding_formats.hpp"

#include <array>

#include "scrub837/rule.hpp"
#include "src/report/json_line.hpp"
#include "src/text/csv.hpp"

namespace scrub837 {
namespace {

constexpr std::array finding_columns = {"file",
                                        "interchange",
                                        "interchange_index",
                                        "group",
                                        "transaction",
                                        "claim",
                                        "claim_index",
                                        "line",
                                        "line_index",
                                        "loop",
                                        "segment",
                                        "element",
                                        "segment_number",
                                        "offset",
                                        "rule",
                                        "severity",
                                        "message",
                                        "help",
                                        "fix_applicability",
                                        "fix_applied",
                                        "fix_before",
                                        "fix_after",
                                        "disposition",
                                        "snip",
                                        "repetition",
                                        "kind"};

constexpr std::array attachment_columns = {
    "interchange", "group",       "transaction",  "claim",          "claim_index",   "line",  "line_index",
    "payer_id",    "report_type", "transmission", "control_number", "document_name", "sha256"};

template <typename Columns>
std::string header(Columns const& columns) {
  CsvLine line;
  for (std::string_view const column : columns) line.add(column);
  return std::move(line).finish();
}

// What kind of error it is: the finding's own, else its rule's.
std::string_view error_kind(FindingRecord const& record) {
  return name_of(record.kind == ErrorKind::of_rule ? record.rule->kind : record.kind);
}

}  // namespace

std::string_view segment_id(FindingRecord const& record) {
  constexpr std::size_t longest_shown = 20;
  if (record.missing != Kind::unknown) return name_of(record.missing);
  return record.segment.substr(0, record.segment.find(record.delimiters.element)).substr(0, longest_shown);
}

std::string_view to_json_line(FindingRecord const& record, JsonLine& json) {
  json.clear();
  json.text("file", record.file)
      .text_or_null("interchange", record.interchange)
      .number_or_null("interchange_index", record.interchange_index)
      .text_or_null("group", record.group)
      .text_or_null("transaction", record.transaction)
      .text_or_null("claim", record.claim)
      .number_or_null("claim_index", record.claim_index)
      .text_or_null("line", record.line)
      .number_or_null("line_index", record.line_index)
      .text_or_null("loop", record.loop)
      .text_or_null("segment", segment_id(record))
      .text_or_null("element", std::string_view(record.element))
      .number_or_null("segment_number", record.segment_number)
      .number("offset", record.offset)
      .text("rule", record.rule->id)
      .text("severity", name_of(record.severity))
      .text("message", record.message)
      .text("help", record.rule->doc.fix);
  if (record.has_fix) {
    json.open("fix")
        .text("applicability", name_of(record.fix))
        .boolean("applied", record.applied)
        .text_or_null("before", record.before)
        .text_or_null("after", record.after)
        .close();
  } else {
    json.null("fix");
  }
  if (record.disposition) {
    json.text("disposition", name_of(*record.disposition));
  } else {
    json.null("disposition");
  }
  json.number("snip", record.rule->snip)
      .number_or_null("repetition", record.place.repetition)
      .text("kind", error_kind(record));
  return json.end();
}

std::string findings_csv_header() { return header(finding_columns); }

std::string_view to_csv_line(FindingRecord const& record, CsvLine& line) {
  auto const offset = fmt::format_int(record.offset);
  line.clear();
  line.add(record.file)
      .add(record.interchange.value_or(""))
      .add_number(record.interchange_index)
      .add(record.group.value_or(""))
      .add(record.transaction.value_or(""))
      .add(record.claim.value_or(""))
      .add_number(record.claim_index)
      .add(record.line.value_or(""))
      .add_number(record.line_index)
      .add(record.loop)
      .add(segment_id(record))
      .add(record.element)
      .add_number(record.segment_number)
      .add({offset.data(), offset.size()})
      .add(record.rule->id)
      .add(name_of(record.severity))
      .add(record.message)
      .add(record.rule->doc.fix)
      .add(record.has_fix ? name_of(record.fix) : std::string_view{})
      .add(!record.has_fix  ? ""
           : record.applied ? "true"
                            : "false")
      .add(record.before)
      .add(record.after)
      .add(record.disposition ? name_of(*record.disposition) : std::string_view{})
      .add_number(record.rule->snip)
      .add_number(record.place.repetition)
      .add(error_kind(record));
  return line.end();
}

std::string worklist_csv_header() { return header(worklist_columns); }

std::string_view to_csv_line(WorklistRow const& row, CsvLine& line) {
  line.clear();
  line.add(row.required ? "required" : "optional")
      .add(row.claim)
      .add(row.line)
      .add(row.patient)
      .add(row.birth_date)
      .add(row.member_id)
      .add(row.payer)
      .add(row.payer_id)
      .add(row.provider)
      .add(row.provider_npi)
      .add(row.date_from)
      .add(row.date_to)
      .add(row.procedure)
      .add(row.modifiers)
      .add(row.units)
      .add(row.charge)
      .add(row.place)
      .add(row.diagnoses)
      .add(row.current_description)
      .add(row.current_notes)
      .add(row.current_attachments)
      .add(row.rule)
      .add(row.element)
      .add(row.current_value)
      .add(row.needed);
  for (auto const& typed : row.typed) line.add(typed);
  line.add(row.last_result)
      .add(row.file)
      .add_number(row.claim_index)
      .add_number(row.line_index)
      .add(row.loop)
      .add(row.segment)
      .add(row.key);
  return line.end();
}

std::string attachments_csv_header() { return header(attachment_columns); }

// Half of a night's claims may announce documents, so this is written for many.
std::string_view to_csv_line(AttachmentRecord const& record, CsvLine& line) {
  line.clear();
  line.add(record.interchange)
      .add(record.group)
      .add(record.transaction)
      .add(record.claim)
      .add_number(record.claim_index)
      .add(record.line)
      .add_number(record.line_index)
      .add(record.payer_id)
      .add(record.report_type)
      .add(record.transmission)
      .add(record.control_number)
      .add(record.document_name)
      .add(record.sha256);
  return line.end();
}

}  // namespace scrub837
