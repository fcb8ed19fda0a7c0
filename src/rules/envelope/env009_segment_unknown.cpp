#include "scrub837/rule.hpp"
#include "src/rules/stray_runs.hpp"

namespace scrub837::env009 {
namespace {

constexpr Doc doc{
    .what = "A segment id that is not in the guide.",
    .why = "The receiver rejects the transaction set (999, IK304 1).",
    .fix =
        "Correct the segment in the billing system. It is not changed, and its claim is held. If it is above "
        "the claims, every claim below it is held.",
    .bad = "SV1*HC:99213*125*UN*1***1~ZZZ*1~",
    .good = "SV1*HC:99213*125*UN*1***1~",
    .source = "005010X222A1, list of segments",
};

void check(SegmentRun const& stretch, Reporter& report) {
  // The grammar makes a stray of every segment with such an id.
  StrayRuns runs;
  for (auto const& loop : stretch.loops) {
    if (loop.id != LoopId::stray || in_guide(stretch.segments[loop.first].kind)) continue;
    report.add_alike({loop.first, 0, 0}, -1, "The guide has no segment with the id that begins this one.",
                     Applicability::none, runs.of(stretch, loop));
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV009",
    .name = "segment-unknown",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::unknown_segment,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = SegmentRunCheck{check},
    .release = Release::needs_reason,
};

}  // namespace scrub837::env009
