#include "src/rules/guide_words.hpp"

namespace scrub837::use002 {
namespace {

constexpr Doc doc{
    .what = "An element that the guide requires is blank.",
    .why = "The receiver rejects the claim (999, IK403 1).",
    .fix =
        "Type the missing value into the worklist, in the column value, or enter it in the billing "
        "system.",
    .bad = "SBR**18*******CI~",
    .good = "SBR*P*18*******CI~",
    .source = "005010X222A1, usage of each element; 999 IK403 1",
    .value = "Type it in the column value.",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  guide_words::ask(
      fault,
      guide_words::element(fault, table) + " is required but blank." + guide_words::allowed(fault, table),
      report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "USE002",
    .name = "element-missing",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::required_missing,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::element_missing, speak},
    .release = Release::needs_reason,
    .precedence = Precedence::required,
};

}  // namespace scrub837::use002
