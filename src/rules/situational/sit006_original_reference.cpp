#include <optional>
#include <string>

#include "scrub837/rule.hpp"
#include "src/claim/needed_segment.hpp"
#include "src/text/ascii.hpp"

namespace scrub837::sit006 {
namespace {

constexpr Doc doc{
    .what =
        "The claim frequency code (CLM05-3) and the payer's claim number (REF*F8) do not fit together, or "
        "the "
        "frequency is not one that professional claims use.",
    .why =
        "A replacement (7) or void (8) names the claim that it is about by the payer's claim number; without "
        "it the payer rejects the claim (277CA A7:464). An original claim (1) has no such number. Other "
        "frequencies belong to institutional claims. Medicare Part B accepts frequency 1 alone.",
    .fix =
        "Put the payer's claim number, as shown on the remittance advice, into REF*F8. If the claim was "
        "refused before adjudication (999, 277CA), or goes to Medicare, send it again with frequency 1 and "
        "without REF*F8.",
    .bad = "CLM*DEMO-1*125***12:B:7*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:7*Y*A*Y*Y~REF*F8*2026200001~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~"
        "DTP*472*D8*20260914~",
    .source = "005010X222A1, 2300 CLM05-3 and REF*F8",
};

std::optional<std::uint32_t> original_reference(ClaimView const& claim) {
  constexpr auto payer_claim_number = pack_tag("F8");
  for (auto const index : claim.direct(0, Kind::REF)) {
    if (claim.segments()[index].qualifier == payer_claim_number) return index;
  }
  return std::nullopt;
}

void check_original(ClaimView const& claim, Reporter& report) {
  auto const reference = original_reference(claim);
  if (!reference) return;
  report.add_as(report.severity_or(Severity::warning), {*reference, 2, 0}, -1,
                "REF*F8 names an earlier claim, but CLM05-3 is 1 (original claim).");
  report.of_kind(ErrorKind::contradiction);
}

void check_replacement(ClaimView const& claim, std::string_view frequency, Reporter& report) {
  bool const medicare = claim.inherited().claim_filing == "MB";
  if (!original_reference(claim)) {
    report_missing_in(claim, -1, {Kind::REF},
                      "CLM05-3 is " + std::string(frequency) +
                          ", but the payer's claim number (REF*F8) is missing." +
                          (medicare ? " Medicare Part B accepts frequency 1 alone." : ""),
                      report.severity_or(Severity::error), report);
  } else if (medicare) {
    report.add_as(report.severity_or(Severity::warning), {0, 5, 3}, -1,
                  "CLM05-3 is " + std::string(frequency) + "; Medicare Part B accepts frequency 1 alone.");
    report.of_kind(ErrorKind::invalid_code);
  }
}

void check(ClaimView const& claim, Reporter& report) {
  auto const frequency = claim.frequency();
  if (frequency.empty() || frequency == "6") return;
  if (frequency == "1") return check_original(claim, report);
  if (frequency == "7" || frequency == "8") return check_replacement(claim, frequency, report);
  bool const exists = frequency.size() == 1 && is_digit(frequency[0]);
  report.add_as(report.severity_or(exists ? Severity::warning : Severity::error), {0, 5, 3}, -1,
                exists
                    ? "CLM05-3 is a frequency of institutional claims; 1, 7 and 8 are those of professional "
                      "claims."
                    : "CLM05-3 is not a claim frequency code; 1, 7 and 8 are those of professional claims.");
  report.of_kind(ErrorKind::invalid_code);
  report.needs(
      "Correct the claim frequency in the billing system: 1 (original), 7 (replacement) or 8 (void).");
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT006",
    .name = "original-reference",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit006
