#include "src/rules/code_meanings.hpp"
#include "src/rules/situational/run_parts.hpp"

namespace scrub837::sit024 {
namespace {

constexpr Doc doc{
    .what =
        "The claim filing indicator (SBR09) of the payer (2000B) is blank. If it is blank for another payer "
        "(2320), it is a warning.",
    .why =
        "SBR09 is the type of payer: Medicare, Medicaid, commercial. Receivers route and edit claims by it "
        "and reject a claim without it.",
    .fix =
        "Type the code into the worklist, and add it to the payer's record in the billing system; otherwise "
        "every claim to this payer is held.",
    .bad = "SBR*P*18~SV1*HC:99213*125*UN*1***1~",
    .good = "SBR*P*18*******CI~SV1*HC:99213*125*UN*1***1~",
    .source = "005010X222A1, 2000B and 2320 SBR09: required until a national plan id is in use",
    .value = claim_filing_in_words,
};

void check(SegmentRun const& run, Reporter& report) {
  auto const sbr = subscriber_of(run);
  if (!sbr || !run.segment(*sbr)[9].empty()) return;
  report.add({*sbr, 9, 0}, -1, "The claim filing indicator of the payer (2000B SBR09) is blank.");
  report.ask_for_value();
}

void check_others(ClaimView const& claim, Reporter& report) {
  if (!claim.has(Kind::SBR)) return;
  for (auto const& loop : claim.loops()) {
    if (loop.id != LoopId::L2320 || !claim.segment(loop.first)[9].empty()) continue;
    report.add_as(report.severity_or(Severity::warning), {loop.first, 9, 0}, -1,
                  "The claim filing indicator of another payer (2320 SBR09) is blank.");
    report.ask_for_value();
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT024",
    .name = "claim-filing-indicator",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = SegmentRunCheck{check},
    .of_segments = {Kind::HL},
    .precedence = Precedence::situation,
    .in_claims = check_others,
    .in_claims_of = {Kind::SBR},
};

}  // namespace scrub837::sit024
