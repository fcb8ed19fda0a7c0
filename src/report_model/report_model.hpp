#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scrub837/report.hpp"
#include "scrub837/rule.hpp"
#include "src/report/run_summary.hpp"

// What a run has to say to people: the page (src/html) and the workbook are made from it, and from nothing
// else, so that both state the same. It owns its texts, as received (bytes that are not UTF-8 included).
namespace scrub837 {

/// What the rule says of what a person does about its findings.
[[nodiscard]] inline std::string_view what_the_rule_says(Rule const& rule) {
  return rule.doc.ask.empty() ? rule.doc.fix : rule.doc.ask;
}

/// Something found in a claim or above the claims.
struct ReportFinding {
  Rule const* rule = nullptr;
  Severity severity = Severity::info;
  Place place;  ///< in the segments of its claim; above the claims: of its own segment
  std::string element = {};
  std::string_view loop = {};    ///< name of the loop; empty: outside of the guide's loops
  Kind missing = Kind::unknown;  ///< the segment that should be there, behind the one at `place`
  std::string line = {};         ///< LX01
  std::uint64_t line_index = 0;  ///< 0: not at a line
  std::string message = {};
  std::string_view what_to_do = {};  ///< if it is not what the rule says (what_the_rule_says)
  Applicability fix = Applicability::none;
  bool applied = false;
  bool left = true;  ///< of a held claim: false if a fix goes in when the claim's other errors are answered
  std::string before = {}, after = {};  ///< what the fix changes: segments, each with a terminator between
};

/// A segment of a claim.
struct ReportSegment {
  std::uint32_t index = 0;              ///< in the claim
  LoopId loop = LoopId::stray;          ///< the one that it belongs to
  std::uint32_t begin = 0, length = 0;  ///< in the text of the claim's segments
};

/// A claim that was held, fixed or released or that has a warning.
struct ReportClaim {
  std::string claim = {};  ///< CLM01
  std::uint64_t claim_index = 0;
  std::uint32_t file = 0;  ///< index in ReportModel::files
  std::string patient = {}, payer = {}, payer_id = {}, provider = {}, provider_npi = {};
  std::string date_from = {};  ///< as received
  std::int64_t cents = 0;
  std::uint64_t lines = 0;
  Disposition disposition = Disposition::clean;
  std::string held_for = {};  ///< as claims.csv has it
  Delimiters delimiters = {};
  std::vector<ReportSegment> segments = {};
  std::string text = {};                ///< of the segments, one behind the other
  std::uint64_t segments_left_out = 0;  ///< of a claim with very many
  std::vector<ReportFinding> findings = {};
  std::vector<std::string> rows = {};      ///< of the worklist, as worklist.csv has them
  std::vector<std::uint32_t> causes = {};  ///< why it is held: indices in ReportModel::causes, in order
  /// The errors above it that hold it: indices in ReportModel::above; until all are known,
  /// ReportAbove::number.
  std::vector<std::uint32_t> above = {};
  std::uint64_t above_left_out = 0;  ///< those that are not in the model

  [[nodiscard]] std::string_view text_of(ReportSegment const& segment) const {
    return std::string_view(text).substr(segment.begin, segment.length);
  }
};

/// An error above the claims, or a fix or warning there (a note).
struct ReportAbove {
  std::uint32_t file = 0;
  std::string interchange = {}, group = {}, set = {};  ///< ISA13, GS06, ST02
  std::uint64_t segment_number = 0, offset = 0;
  std::string segment = {};  ///< as received
  Delimiters delimiters = {};
  ReportFinding finding = {};
  std::uint32_t cause = 0;   ///< why claims are held below it: index in causes + 1; 0: it holds none
  std::uint32_t number = 0;  ///< in its file; 0: it holds none
  std::vector<std::string> rows = {};  ///< of the worklist
};

/// Whether it holds nothing.
[[nodiscard]] inline bool is_note(ReportAbove const& above) {
  auto const& finding = above.finding;
  return finding.rule != nullptr && (finding.applied || finding.severity != Severity::error);
}

/// What one repair (or, where each claim needs its own, one kind of repair) would mend.
struct RootCause {
  /// How far one repair goes.
  enum class Reach : std::uint8_t {
    above,      ///< one place above the claims holds all of them
    one_value,  ///< the same value, of the same party or code, is wrong in all of them
    each,       ///< each claim needs an answer of its own
  };
  Reach reach = Reach::each;
  Rule const* rule = nullptr;
  Severity severity = Severity::error;
  std::string loop = {};
  std::string element = {};  ///< or the segment that is missing
  std::string subject = {};  ///< the party that it is about, or the place of an envelope
  std::string value = {};    ///< what is there; empty: nothing, or it differs
  std::string message = {};  ///< of the first finding
  Tally held = {};           ///< claims that are held for it, maybe for other causes too
  Tally freed = {};          ///< of these, the ones that are held for nothing else
  std::string oldest = {};   ///< first day of service of the oldest of these claims, CCYYMMDD; empty: unknown
  bool joined = false;       ///< several faults of one element, each of which holds one claim
  std::uint64_t findings = 0;  ///< only for those who count them (HeldCauses::add_findings)
};

/// An input of the run.
struct ReportInput {
  std::string name = {};
  std::string sha256 = {};
  Status status = Status::ok;
  Tally in = {}, held = {};
};

struct ReportModel {
  RunSummary run;  ///< totals, by payer, by billing provider, what it judged by; without outputs and times
  std::vector<std::string> not_checked = {};
  std::vector<ReportInput> files = {};
  std::vector<RootCause> causes = {};  ///< by charges held, largest first
  std::uint64_t causes_left_out = 0;
  std::vector<ReportClaim> claims = {};  ///< held, then released, fixed, clean with warnings; by charges
  std::vector<ReportAbove> above = {};
  std::uint64_t claims_left_out = 0, above_left_out = 0, notes_left_out = 0;  ///< beyond the limits
  bool redacted = false;  ///< all values are tokens (--redact)
};

/// How much a model keeps in detail, in bytes of what a page of it would have; totals are always of all.
struct ReportLimits {
  std::size_t held = std::size_t{11} << 20U;   ///< held claims
  std::size_t others = std::size_t{5} << 20U;  ///< released, fixed, with warnings
  std::size_t above = std::size_t{1} << 20U;   ///< above the claims, what holds some
  std::size_t notes = std::size_t{1} << 17U;   ///< the same, fixes and warnings
  std::size_t causes = 2000;                   ///< how many root causes
};

}  // namespace scrub837
