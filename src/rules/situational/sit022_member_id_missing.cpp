#include "src/rules/situational/run_parts.hpp"

namespace scrub837::sit022 {
namespace {

constexpr Doc doc{
    .what = "The subscriber is a person (2010BA NM102 is 1), but the member id (NM109) is blank.",
    .why = "The payer finds the subscriber by the member id. A claim without it is rejected.",
    .fix =
        "Type the member id into the worklist as it is printed on the insurance card; MI goes into NM108. "
        "Correct the patient's registration too, or the next claim will be held again.",
    .bad = "NM1*IL*1*DOE*JANE~SV1*HC:99213*125*UN*1***1~",
    .good = "NM1*IL*1*DOE*JANE****MI*DEMO0001~SV1*HC:99213*125*UN*1***1~",
    .source = "005010X222A1, 2010BA NM109: required when NM102 is 1",
    .value = "Type the member ID from the insurance card in the column value.",
};

void check(SegmentRun const& run, Reporter& report) {
  if (run.outermost() != LoopId::L2000B) return;
  for (auto const& loop : run.loops) {
    if (loop.id != LoopId::L2010BA) continue;
    auto const name = run.segment(loop.first);
    if (name[2] != "1" || !name[9].empty()) continue;
    report.add({loop.first, 9, 0}, -1, "The subscriber has no member id (2010BA NM109).");
    report.ask_for_value();
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT022",
    .name = "member-id-missing",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = SegmentRunCheck{check},
    .of_segments = {Kind::HL},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit022
