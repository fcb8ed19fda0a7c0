#include "src/rules/guide_words.hpp"

namespace scrub837::syn005 {
namespace {

constexpr Doc doc{
    .what =
        "A segment or composite has more parts than the guide allows, and the extra parts are text: a "
        "separator was typed into a value. Or a separator was lost: with one more, the segment is right.",
    .why =
        "The receiver reads what follows the separator as another element, and rejects the segment (999, "
        "IK403 3 or 13).",
    .fix =
        "Correct the value in the billing system: remove the asterisk or colon that was typed, or let "
        "the billing system use other separators; or put the one back that was lost. scrub837 changes "
        "nothing, because it is not certain which value "
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
  auto const name = guide_words::segment(fault, table);
  if (fault.is_lost) {
    report.add(fault.place, -1,
               name +
                   ": an element separator is missing in this element or behind it; what follows is one "
                   "element too early.");
    report.needs("Put the separator between the two values in the billing system, and send the claim again.");
    return;
  }
  // From the element with the separator on, all are one too far.
  constexpr std::uint8_t last_moved = 3;
  bool const moved = fault.place.component == 0 && fault.place.element <= last_moved &&
                     (fault.segment == Kind::NM1 || fault.segment == Kind::CLM);
  report.add(
      fault.place, -1,
      name + (moved ? ": an asterisk was probably typed into a value; the elements behind it are one too far."
                    : " has more parts than the guide allows; a separator was probably typed into a value."));
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
