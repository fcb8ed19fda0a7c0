#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scrub837/finding.hpp"
#include "scrub837/x12/delimiters.hpp"

namespace scrub837 {

/// What became of a claim (docs/contract.md).
enum class Disposition : std::uint8_t { clean, fixed, held, released };

[[nodiscard]] std::string_view name_of(Disposition disposition);

/// One line of the error report. Views are valid only while the record is handed over.
struct FindingRecord {
  std::string_view file;
  std::optional<std::string_view> interchange, group, transaction;  ///< ISA13, GS06, ST02
  std::uint64_t interchange_index = 0;
  std::uint64_t set_ordinal = 0;          ///< from 1 in the file; 0: outside of a set
  std::optional<std::string_view> claim;  ///< CLM01
  std::uint64_t claim_index = 0;          ///< 0: above the claims
  std::optional<std::string_view> line;   ///< LX01
  std::uint64_t line_index = 0;           ///< 0: not at a line
  std::string_view loop;                  ///< empty: outside of the guide's loops
  std::string element;                    ///< `SV101-7`; empty: the whole segment
  std::uint64_t segment_number = 0;       ///< from ST = 1; 0: outside of a set
  std::uint64_t offset = 0;
  Rule const* rule = nullptr;
  Severity severity = Severity::info;
  std::string_view message;
  Applicability fix = Applicability::none;
  bool has_fix = false;
  bool applied = false;
  std::string_view before, after;
  std::optional<Disposition> disposition;
  ErrorKind kind = ErrorKind::of_rule;  ///< the rule's if it is that
  Kind missing = Kind::unknown;         ///< the segment that should be there; unknown: none is missing
  /// What a person does about it, as a worklist row says it; empty: as the rule says. Lives as long as the
  /// rules.
  std::string_view what_to_do;
  std::uint64_t more = 0;  ///< findings of the rule in this claim that are counted, and not listed

  std::string_view segment;  ///< the segment's text as received, for `check`
  Place place;               ///< which element of it
  Delimiters delimiters;
};

/// The columns of a worklist row that a person fills in, in their order.
enum class Typed : std::uint8_t {
  narrative,
  attachment_type,
  attachment_transmission,
  attachment_control_number,
  authorization_number,
  value,
  release_reason,
  released_by,
  document_name,
  comparable_code,
  charge_reason,
  visit_nature,
  intervention,
  patient_response,
  count_
};
constexpr std::size_t typed_column_count = static_cast<std::size_t>(Typed::count_);

/// The columns of the worklist (docs/contract.md): what a person reads, then what a person fills in, then
/// what the program needs to find the claim again.
constexpr auto worklist_columns = std::to_array<std::string_view>({"kind",
                                                                   "claim",
                                                                   "line",
                                                                   "patient",
                                                                   "birth_date",
                                                                   "member_id",
                                                                   "payer",
                                                                   "payer_id",
                                                                   "provider",
                                                                   "provider_npi",
                                                                   "date_from",
                                                                   "date_to",
                                                                   "procedure",
                                                                   "modifiers",
                                                                   "units",
                                                                   "charge",
                                                                   "place",
                                                                   "diagnoses",
                                                                   "current_description",
                                                                   "current_notes",
                                                                   "current_attachments",
                                                                   "rule",
                                                                   "element",
                                                                   "current_value",
                                                                   "needed",
                                                                   "narrative",
                                                                   "attachment_type",
                                                                   "attachment_transmission",
                                                                   "attachment_control_number",
                                                                   "authorization_number",
                                                                   "value",
                                                                   "release_reason",
                                                                   "released_by",
                                                                   "document_name",
                                                                   "comparable_code",
                                                                   "charge_reason",
                                                                   "visit_nature",
                                                                   "intervention",
                                                                   "patient_response",
                                                                   "last_result",
                                                                   "file",
                                                                   "claim_index",
                                                                   "line_index",
                                                                   "loop",
                                                                   "segment",
                                                                   "key"});
constexpr std::size_t first_typed_column = 25;
[[nodiscard]] constexpr std::string_view name_of(Typed column) {
  return worklist_columns[first_typed_column + static_cast<std::size_t>(column)];
}
static_assert(name_of(Typed::narrative) == "narrative" &&
              name_of(Typed::patient_response) == "patient_response");

/// One row of the worklist. Views are valid only while the row is handed over.
struct WorklistRow {
  bool required = true;
  std::string_view claim, line;
  std::string patient;  ///< 2010CA, else 2010BA: last name, first name
  std::string_view birth_date, member_id;
  std::string payer;  ///< 2010BB NM103
  std::string_view payer_id;
  std::string provider;  ///< who rendered the service: 2420A, 2310B, else 2010AA
  std::string_view provider_npi;
  std::string_view date_from, date_to, procedure;
  std::string modifiers;
  std::string_view units, charge, place;
  std::string diagnoses;  ///< those that the line points at, else all of the claim
  std::string_view current_description;
  std::string current_notes, current_attachments;
  std::string rule;
  std::string element;  ///< that the first finding is about
  std::string current_value;
  std::string needed;
  std::array<std::string, typed_column_count> typed;  ///< in a rerun: what was typed already
  std::string last_result;                            ///< in a rerun: what became of that
  std::string_view file;
  std::uint64_t claim_index = 0, line_index = 0;
  std::string_view loop;
  std::string segment;
  std::string key;
};

/// An attachment indicator (PWK) of a claim that goes out: what a sender of attachments (X12 275) matches its
/// documents with. Views are valid only while the record is handed over.
struct AttachmentRecord {
  std::string_view interchange, group, transaction;  ///< ISA13, GS06, ST02 as they go out
  std::string_view claim;                            ///< CLM01
  std::uint64_t claim_index = 0;
  std::string_view line;         ///< LX01; empty: the indicator is at the claim
  std::uint64_t line_index = 0;  ///< 0: the same
  std::string_view payer_id;
  std::string_view report_type, transmission, control_number;  ///< PWK01, PWK02, PWK06
  std::string_view document_name, sha256;                      ///< if a document list or worklist named them
};

/// Claims and charges by what became of them.
struct Tally {
  std::uint64_t claims = 0;
  std::int64_t cents = 0;

  void add(std::int64_t charge) {
    ++claims;
    cents += charge;
  }
  friend bool operator==(Tally const&, Tally const&) = default;
};

/// The control totals of one input.
struct Totals {
  Tally in;
  std::array<Tally, 4> by_disposition;  ///< indexed by Disposition
  Tally clean_with_warnings;            ///< of the clean claims, those that have a warning
  std::uint64_t lines = 0;              ///< SV1 segments
  std::uint64_t unlisted_lines = 0;
  std::uint64_t fixes_above_claims = 0;             ///< that were applied outside of the claims
  using BySeverity = std::array<std::uint64_t, 3>;  ///< indexed by Severity
  std::map<std::string, std::uint64_t, std::less<>> by_rule;
  std::map<std::string, BySeverity, std::less<>> by_rule_and_severity;
  BySeverity by_severity{};
  std::uint64_t fixed_errors = 0;  ///< of the errors
  bool refused = false;            ///< an envelope error stayed unmended
  /// A level without a claim stands in the held file, for an error of its own: its CLM may be damaged.
  bool withheld = false;

  [[nodiscard]] Tally const& of(Disposition d) const { return by_disposition[static_cast<std::size_t>(d)]; }
  /// In = clean + fixed + held + released, for claims and for charges to the cent.
  [[nodiscard]] bool balanced() const;
};

}  // namespace scrub837
