#include "src/rules/guide_words.hpp"

namespace scrub837::syn005 {
namespace {

constexpr Doc doc{
    .what =
        "A segment or composite has more parts than the guide allows, and the extra parts are text: a "
        "separator was typed into a value.",
    .why =
        "The receiver reads what follows the separator as another element, and rejects the segment (999, "
        "IK403 3 or 13).",
    .fix =
        "Correct the value in the billing system: remove the asterisk or colon, or let the billing "
        "system use other separators. scrub837 changes nothing, because it is not certain which value "
        "was cut.",
    .bad =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~K3*FIRST*1*2*MORE "
        "TEXT~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~K3*FIRST MORE "
        "TEXT~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, elements of each segment; 999 IK403 3 and 13",
    .ask = "Remove the asterisk or colon from the text in the billing system.",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  report.add(fault.place, -1,
             guide_words::segment(fault, table) +
                 " has more parts than the guide allows; a separator was probably typed into a value.");
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
