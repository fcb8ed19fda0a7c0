#include "scrub837/rule.hpp"
#include "src/rules/stray_runs.hpp"

namespace scrub837::env010 {
namespace {

constexpr Doc doc{
    .what = "A segment of the guide that is not allowed at this position.",
    .why =
        "The receiver rejects the transaction set (999, IK304 2). Probably a segment or loop before it is "
        "missing.",
    .fix =
        "Look at the segments before it and correct them in the billing system. Nothing is changed, and the "
        "claim is held. If the segment is above the claims, every claim below it is held.",
    .bad = "SV1*HC:99213*125*UN*1***1~DMG*D8*19500101*F~",
    .good = "SV1*HC:99213*125*UN*1***1~",
    .source = "005010X222A1, loop table",
};

void check(SegmentRun const& stretch, Reporter& report) {
  if (stretch.orphan_claim) {
    report.add({0, 0, 0}, -1, "CLM with no open subscriber loop (2000B).");
  }
  StrayRuns runs;
  bool behind_lines = false;
  for (auto const& loop : stretch.loops) {
    auto const kind = stretch.segments[loop.first].kind;
    if (loop.id == LoopId::stray && in_guide(kind)) {
      report.add_alike({loop.first, 0, 0}, -1, "Segment not allowed at this position.", Applicability::none,
                       runs.of(stretch, loop));
    } else if (loop.id == LoopId::L2400 && kind == Kind::SV1) {
      // Each is a line of its own, and no more of them are told than of any rule.
      report.add_alike({loop.first, 0, 0}, -1, "SV1 without the LX that starts its line.");
    } else if (loop.id == LoopId::L2320 && behind_lines) {
      report.add_alike(
          {loop.first, 0, 0}, -1,
          "SBR after the service lines; the SBR of another payer (loop 2320) must come before them. The HL "
          "of a subscriber may have been lost here, so the claims that follow are held, too.",
          Applicability::none, runs.of(stretch, loop));
    } else if (loop.id == LoopId::L2000) {
      // Whatever is in such a level has no place either.
      report.add({loop.first, 3, 0}, -1, "HL03 is not a level of an 837P.");
      return;
    }
    behind_lines = behind_lines || loop.id == LoopId::L2400;
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV010",
    .name = "segment-unexpected",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::misplaced,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = SegmentRunCheck{check},
    .release = Release::needs_reason,
    .duty = Duty::places_segments,
};

}  // namespace scrub837::env010
