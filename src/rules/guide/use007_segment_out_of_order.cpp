#include <fmt/format.h>

#include "src/rules/guide_words.hpp"

namespace scrub837::use007 {
namespace {

constexpr Doc doc{
    .what =
        "A segment or loop comes after one that it must come before. For notes and attachment "
        "indicators, see ATT012.",
    .why =
        "Receivers read a loop in the order of the guide and reject what is out of order (999, IK304 7 "
        "or 2).",
    .fix =
        "Correct the order in the billing system. With --unsafe-fixes, the segment is moved to "
        "its place. This is not done by default, because what is out of "
        "order is often wrong in another way "
        "too.",
    .bad =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~REF*EA*1234~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*"
        "20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~REF*EA*1234~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*"
        "20260914~",
    .source = "005010X222A1, positions of segments and loops; 999 IK304 7",
    .ask = "Correct the order of the segments in the billing system.",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  auto const what = name_of(fault.segment);
  guide_words::add(
      fault, fmt::format("{} is out of order in loop {}.", what, guide_words::loop(fault, table)), report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "USE007",
    .name = "segment-out-of-order",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::misplaced,
    .fix = Applicability::unsafe,
    .phase = Phase::move,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::out_of_order, speak},
    .release = Release::needs_reason,
};

}  // namespace scrub837::use007
