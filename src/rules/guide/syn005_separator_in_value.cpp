#include "src/rules/guide_words.hpp"

namespace scrub837::syn005 {
namespace {

constexpr Doc doc{
    .what =
        "A segment or composite has more parts than it can have, and what is too much is text: a "
        "separator was typed into a value.",
    .why =
        "The receiver takes what is behind the separator for another element, and rejects the "
        "segment (999, IK403 3 or 13).",
    .fix =
        "Correct the value in the billing system: remove the asterisk or colon, or set the "
        "billing system to other separators. Nothing is changed, because which value is cut is "
        "not certain.",
    .bad =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~K3*FIRST*1*2*MORE "
        "TEXT~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~K3*FIRST MORE "
        "TEXT~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, elements of each segment; 999 IK403 3 and 13",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  report.add(fault.place, -1,
             guide_words::segment(fault, table) +
                 " has more parts than it can have; a separator may be inside a value.");
}

}  // namespace

extern constexpr Rule rule{
    .id = "SYN005",
    .name = "separator-in-value",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::separator,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::separator_in_value, speak},
    .release = Release::needs_reason,
};

}  // namespace scrub837::syn005
