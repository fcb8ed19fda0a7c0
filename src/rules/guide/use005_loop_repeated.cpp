#include <fmt/format.h>

#include "src/rules/guide_words.hpp"

namespace scrub837::use005 {
namespace {

constexpr Doc doc{
    .what =
        "A loop stands more often than the guide takes: more than 50 service lines, or 10 other "
        "payers, or a second billing provider.",
    .why = "The receiver rejects the claim (999, IK304 4).",
    .fix = "Split the claim, or remove the surplus loop, in the billing system.",
    .bad =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*82*1*ROE*ANN****XX*1234567893~NM1*82*1*ROE*ANN****"
        "XX*1234567893~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*82*1*ROE*ANN****XX*1234567893~LX*1~SV1*HC:99213*"
        "125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, repeat of each loop; 999 IK304 4",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  report.add(fault.place, -1,
             fmt::format("Loop {} stands too often; the guide takes {} here.",
                         guide_words::loop(fault, table), fault.other));
}

}  // namespace

extern constexpr Rule rule{
    .id = "USE005",
    .name = "loop-repeated",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::too_many_loops,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::loop_repeated, speak},
    .release = Release::needs_reason,
};

}  // namespace scrub837::use005
