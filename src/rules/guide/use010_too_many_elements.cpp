#include "src/rules/guide_words.hpp"

namespace scrub837::use010 {
namespace {

constexpr Doc doc{
    .what = "A segment has more elements, or a composite more components, than the guide allows.",
    .why = "The receiver rejects the claim (999, IK403 3 or 13).",
    .fix = "Remove the extra ones in the billing system.",
    .bad =
        "CLM*DEMO-1*125***12:B:1:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, elements of each segment; 999 IK403 3 and 13",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  report.add(fault.place, -1,
             guide_words::segment(fault, table) + " has more elements or components than the guide allows.");
}

}  // namespace

extern constexpr Rule rule{
    .id = "USE010",
    .name = "too-many-elements",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::too_many_elements,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::too_many_elements, speak},
    .release = Release::needs_reason,
};

}  // namespace scrub837::use010
