#include <fmt/format.h>

#include "src/rules/guide_words.hpp"

namespace scrub837::use011 {
namespace {

constexpr Doc doc{
    .what =
        "Elements that depend on each other do not agree: one of a pair is blank, or two that exclude "
        "each other both have a value.",
    .why = "The receiver rejects the claim (999, IK403 2 or 10).",
    .fix =
        "Type the missing value into the worklist, in the column value, or correct the segment in the "
        "billing system.",
    .bad =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~CR1*LB***A*DH*10~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*"
        "472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~CR1*LB*150**A*DH*10~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*"
        "472*D8*20260914~",
    .source = "X12 syntax notes P, R, E, C and L of each segment; 999 IK403 2 and 10",
    .ask = "Clear one of them in the billing system.",
    .value = "Type the missing value in the column value.",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  auto const name = guide_words::element(fault, table);
  auto const other = guide_words::other_element(fault);
  if (fault.note == 'E') {
    report.add(fault.place, -1, fmt::format("{} and {} cannot both have a value.", name, other));
    return report.of_kind(ErrorKind::exclusion);
  }
  if (fault.note == 'R')
    return guide_words::ask(fault, fmt::format("{} or {} is required.", name, other), report,
                            "Type the first of them in the column value.");
  guide_words::ask(fault, fmt::format("{} is blank, but is required because {} has a value.", name, other),
                   report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "USE011",
    .name = "elements-conflict",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::conditional_missing,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::elements_conflict, speak},
    .release = Release::needs_reason,
    .precedence = Precedence::combination,
};

}  // namespace scrub837::use011
