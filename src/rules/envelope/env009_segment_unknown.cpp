#include "scrub837/rule.hpp"

namespace scrub837 {
namespace {

constexpr Doc doc{
    .what = "A segment whose id no loop of the guide has.",
    .why = "The receiver refuses the transaction set for it (999, IK304 1).",
    .fix =
        "Correct the segment at the source. It is kept as it is, and its claim is held; above the claims it "
        "holds every claim below.",
    .bad = "SV1*HC:99213*125*UN*1***1~ZZZ*1~",
    .good = "SV1*HC:99213*125*UN*1***1~",
    .source = "005010X222A1, list of segments",
};

void check(Stretch const& stretch, Reporter& report) {
  for (std::uint32_t i = 0; i < stretch.segments.size(); ++i) {
    if (in_guide(stretch.segments[i].kind)) continue;
    report.add({i, 0, 0}, -1, "No loop of the guide has a segment with this id.");
  }
}

}  // namespace

extern constexpr Rule env009{"ENV009", "segment-unknown",   Severity::error,
                             1,        Applicability::none, Phase::complete,
                             doc,      StretchCheck{check}};

}  // namespace scrub837
