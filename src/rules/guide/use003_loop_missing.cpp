#include "src/rules/guide_words.hpp"

namespace scrub837::use003 {
namespace {

constexpr Doc doc{
    .what = "A loop that the guide requires is missing.",
    .why = "The receiver rejects the transaction set, or the claim (999, IK304 3 or I7).",
    .fix = "Enter what is missing in the billing system, and send the claim again.",
    .bad = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, usage of each loop; 999 IK304 3 and I7",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  guide_words::add(fault, "Loop " + guide_words::loop(fault, table) + " is required but missing.", report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "USE003",
    .name = "loop-missing",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::required_missing,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::loop_missing, speak},
    .release = Release::needs_reason,
    .precedence = Precedence::required,
};

}  // namespace scrub837::use003
