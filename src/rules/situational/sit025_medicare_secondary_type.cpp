#include "src/claim/service_line.hpp"
#include "src/rules/situational/run_parts.hpp"

namespace scrub837::sit025 {
namespace {

constexpr Doc doc{
    .what =
        "Medicare (SBR09 MA or MB) is not the primary payer (SBR01 is not P), but the insurance type "
        "(SBR05), which is the reason, is blank. If Medicare is another payer on the claim (2320), it is a "
        "warning.",
    .why =
        "Medicare pays as secondary payer only for one of the reasons in SBR05, and rejects a claim without "
        "it.",
    .fix =
        "Type the reason into the worklist, and record it with the patient's insurances in the billing "
        "system. If Medicare is primary, correct SBR01 there instead.",
    .bad = "SBR*S*18*******MB~SV1*HC:99213*125*UN*1***1~",
    .good = "SBR*S*18***12****MB~SV1*HC:99213*125*UN*1***1~",
    .source = "005010X222A1, 2000B and 2320 SBR05: required when Medicare is not primary",
    .value =
        "Type why Medicare is not primary in the column value: 12 working aged, 13 end-stage renal "
        "disease, 14 no-fault or auto, 15 workers' compensation, 16 public health service, 41 black "
        "lung, 42 Veterans Affairs, 43 disabled under 65, 47 other liability insurance.",
};

bool lacks_reason(SegmentView sbr) {
  return sbr[5].empty() && is_medicare(sbr[9]) && !sbr[1].empty() && sbr[1] != "P";
}

void check(SegmentRun const& run, Reporter& report) {
  auto const sbr = subscriber_of(run);
  if (!sbr || !lacks_reason(run.segment(*sbr))) return;
  report.add({*sbr, 5, 0}, -1, "Medicare is not primary (SBR01), but the reason (2000B SBR05) is blank.");
  report.ask_for_value();
}

void check_others(ClaimView const& claim, Reporter& report) {
  if (!claim.has(Kind::SBR)) return;
  for (auto const& loop : claim.loops()) {
    if (loop.id != LoopId::L2320 || !lacks_reason(claim.segment(loop.first))) continue;
    report.add_as(report.severity_or(Severity::warning), {loop.first, 5, 0}, -1,
                  "Medicare is not primary (SBR01), but the reason (2320 SBR05) is blank.");
    report.ask_for_value();
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT025",
    .name = "medicare-secondary-type",
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

}  // namespace scrub837::sit025
