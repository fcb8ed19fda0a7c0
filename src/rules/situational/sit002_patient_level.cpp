#include "src/claim/service_line.hpp"
#include "src/rules/situational/run_parts.hpp"

namespace scrub837::sit002 {
namespace {

constexpr Doc doc{
    .what =
        "SBR02 contradicts the levels. Error: SBR02 is 18 (the patient is the subscriber), but the "
        "subscriber has no claim and a patient level (2000C) follows; or SBR02 is blank, but the subscriber "
        "level has claims of its own. Warning: SBR02 is 18, and both the subscriber and a patient below have "
        "claims, as in 4010 files; or a dependent has claims to Medicare (SBR09 MA or MB).",
    .why =
        "SBR02 shows whether the patient is the subscriber or a dependent. If the levels say otherwise, the "
        "claim is rejected or billed for the wrong person. In 5010, a subscriber who is a patient and also "
        "has a dependent with claims is sent twice: once with SBR02 18, once with SBR02 blank. Medicare has "
        "no "
        "dependents: each patient has an MBI and is the subscriber.",
    .fix =
        "Check in the billing system who the patient is. If it is the subscriber, SBR02 is 18 and the claim "
        "follows the subscriber level. If it is a dependent, SBR02 is blank and the claim follows the "
        "patient level. If a subscriber's own claims go out and a dependent's are held, or the other way "
        "around, the file that is left with the dependent's alone gets a blank SBR02.",
    .bad =
        "HL*1**20*1~NM1*85*2*DEMO AGENCY*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~"
        "REF*EI*123456789~HL*2*1*22*0~SBR*P********CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~"
        "N3*2 DEMO ST~N4*RICHMOND*VA*23219~DMG*D8*19500101*F~NM1*PR*2*DEMO PAYER*****PI*PAYER01~"
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "HL*1**20*1~NM1*85*2*DEMO AGENCY*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~"
        "REF*EI*123456789~HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~"
        "N3*2 DEMO ST~N4*RICHMOND*VA*23219~DMG*D8*19500101*F~NM1*PR*2*DEMO PAYER*****PI*PAYER01~"
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, 2000B SBR02, HL of 2000B and 2000C",
};

void check(SegmentRun const& run, Reporter& report) {
  if (auto const sbr = subscriber_of(run)) {
    auto const relationship = run.segment(*sbr)[2];
    if (relationship == "18" && run.patient_claim_follows) {
      report.add({*sbr, 2, 0}, -1,
                 "SBR02 is 18 (the patient is the subscriber), but the subscriber has no claim and a patient "
                 "level (2000C) follows.");
    } else if (relationship.empty() && run.claim_follows) {
      report.add({*sbr, 2, 0}, -1,
                 "SBR02 is blank (the patient is not the subscriber), but a claim follows the subscriber "
                 "level without a patient level (2000C).");
    }
  } else if (run.outermost() == LoopId::L2000C && run.above != nullptr && run.claims_of_subscriber > 0 &&
             run.claim_follows && run.above->relationship == "18") {
    report.add_as(
        report.severity_or(Severity::warning), {0, 0, 0}, -1,
        "This patient has claims below a subscriber with SBR02 18 and claims of its own. In 5010 the "
        "subscriber level is repeated for the dependent, with SBR02 blank.");
  } else if (run.outermost() == LoopId::L2000C && run.above != nullptr && run.claim_follows &&
             run.above->relationship.empty() && is_medicare(run.above->claim_filing)) {
    report.add_as(report.severity_or(Severity::warning), {0, 0, 0}, -1,
                  "This patient has claims to Medicare (2000B SBR09 is MA or MB) as a dependent of the "
                  "subscriber. In Medicare each patient is the subscriber (SBR02 is 18).");
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT002",
    .name = "patient-level",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::contradiction,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = SegmentRunCheck{check},
    .of_segments = {Kind::HL},
    .duty = Duty::parts_subscribers,
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit002
