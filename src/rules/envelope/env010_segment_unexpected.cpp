#include "scrub837/rule.hpp"
#include "src/rules/stray_runs.hpp"

namespace scrub837::env010 {
namespace {

constexpr Doc doc{
    .what = "A segment of the guide stands where no loop has a place for it.",
    .why =
        "The receiver refuses the transaction set for it (999, IK304 2). A segment or loop before it is "
        "probably missing.",
    .fix =
        "Look at what stands before it, and correct it at the source. It is kept as it is, and its claim is "
        "held.",
    .bad = "SV1*HC:99213*125*UN*1***1~DMG*D8*19500101*F~",
    .good = "SV1*HC:99213*125*UN*1***1~",
    .source = "005010X222A1, loop table",
};

void check(SegmentRun const& stretch, Reporter& report) {
  if (stretch.orphan_claim) {
    report.add({0, 0, 0}, -1, "A claim stands outside of any subscriber (loop 2000B).");
  }
  StrayRuns runs;
  bool behind_lines = false;
  for (auto const& loop : stretch.loops) {
    auto const kind = stretch.segments[loop.first].kind;
    if (loop.id == LoopId::stray && in_guide(kind)) {
      report.add_alike({loop.first, 0, 0}, -1, "No loop has a place for this segment here.",
                       Applicability::none, runs.of(stretch, loop));
    } else if (loop.id == LoopId::L2400 && kind == Kind::SV1) {
      // Each is a line of its own, and no more of them are told than of any rule.
      report.add_alike({loop.first, 0, 0}, -1, "A service stands here without the LX that begins its line.");
    } else if (loop.id == LoopId::L2320 && behind_lines) {
      report.add_alike({loop.first, 0, 0}, -1,
                       "This SBR stands behind the claim's lines, and another payer (loop 2320) belongs "
                       "before them. Perhaps "
                       "the HL of a subscriber was lost here, so the claims that follow are held, too.",
                       Applicability::none, runs.of(stretch, loop));
    } else if (loop.id == LoopId::L2000) {
      // Whatever stands in such a level has no place either.
      report.add({loop.first, 3, 0}, -1, "HL03 names a level that an 837P does not have.");
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
