#include <fmt/format.h>

#include "src/rules/guide_words.hpp"

namespace scrub837::use008 {
namespace {

constexpr Doc doc{
    .what =
        "A segment that the guide does not use in this loop, such as a birth date of a payer or a "
        "reference number of a pay-to address.",
    .why = "The receiver rejects the claim (999, IK304 2 or I4).",
    .fix = "Remove the segment in the billing system, or move it to the loop that it belongs to.",
    .bad =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*82*1*ROE*ANN****XX*1234567893~DMG*D8*19500101*F~LX*"
        "1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*82*1*ROE*ANN****XX*1234567893~LX*1~SV1*HC:99213*"
        "125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, segments of each loop; 999 IK304 2 and I4",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  guide_words::add(
      fault,
      fmt::format("{} is not used in loop {}.", name_of(fault.segment), guide_words::loop(fault, table)),
      report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "USE008",
    .name = "segment-not-here",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::not_used,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::segment_not_here, speak},
    .release = Release::needs_reason,
};

}  // namespace scrub837::use008
