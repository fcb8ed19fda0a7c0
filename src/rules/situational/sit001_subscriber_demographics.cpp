#include <algorithm>
#include <array>

#include "src/rules/situational/run_parts.hpp"

namespace scrub837::sit001 {
namespace {

constexpr Doc doc{
    .what =
        "The subscriber is the patient (SBR02 is 18), but 2010BA has no address (N3, N4) or no birth date "
        "and sex (DMG).",
    .why = "The payer identifies the patient by them. A claim without them is rejected.",
    .fix = "Complete the patient's registration in the billing system and send the claim again.",
    .bad =
        "HL*1**20*1~NM1*85*2*DEMO AGENCY*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~"
        "REF*EI*123456789~HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~"
        "N3*2 DEMO ST~N4*RICHMOND*VA*23219~NM1*PR*2*DEMO PAYER*****PI*PAYER01~"
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "HL*1**20*1~NM1*85*2*DEMO AGENCY*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~"
        "REF*EI*123456789~HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~"
        "N3*2 DEMO ST~N4*RICHMOND*VA*23219~DMG*D8*19500101*F~NM1*PR*2*DEMO PAYER*****PI*PAYER01~"
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, 2010BA N3, N4 and DMG: required when the patient is the subscriber",
};

struct Needed {
  Kind segment;
  std::string_view message;
};
// In the order of the guide.
constexpr auto needed = std::to_array<Needed>({
    {Kind::N3, "The subscriber is the patient (SBR02 is 18), but 2010BA has no street address (N3)."},
    {Kind::N4, "The subscriber is the patient (SBR02 is 18), but 2010BA has no city, state and ZIP (N4)."},
    {Kind::DMG, "The subscriber is the patient (SBR02 is 18), but 2010BA has no birth date and sex (DMG)."},
});

void check(SegmentRun const& run, Reporter& report) {
  auto const sbr = subscriber_of(run);
  // Whose patients come below is no patient itself: SIT002 reports SBR02.
  if (!sbr || run.segment(*sbr)[2] != "18" || run.patient_claim_follows) return;
  auto const* const subscriber = run.find(LoopId::L2010BA);
  if (subscriber == nullptr) return;
  auto behind = subscriber->first;
  for (auto const& one : needed) {
    auto const found = first_in(run, *subscriber, one.segment);
    if (!found) {
      report.add_missing({.loop = LoopId::L2010BA, .segment = one.segment}, behind, -1,
                         std::string(one.message));
    }
    behind = std::max(behind, found.value_or(behind));
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT001",
    .name = "subscriber-demographics",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = SegmentRunCheck{check},
    .of_segments = {Kind::HL},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit001
