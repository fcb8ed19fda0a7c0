#include "src/rules/guide_words.hpp"

namespace scrub837::use009 {
namespace {

constexpr Doc doc{
    .what = "An element that the guide does not use has a value.",
    .why = "Many receivers reject the claim (999, IK403 I10); Medicare accepts it with a remark.",
    .fix =
        "Clear the element in the billing system. With --unsafe-fixes it is cleared, and its value is "
        "lost.",
    .bad = "SV1*HC:99213*125*UN*1**1*1~",
    .good = "SV1*HC:99213*125*UN*1***1~",
    .source = "005010X222A1, usage of each element; 999 IK403 I10",
    .ask = "Clear it in the billing system.",
};

void speak(guide::Fault const& fault, guide::Table const& table, Reporter& report) {
  guide_words::add(fault, guide_words::element(fault, table) + " is not used and must be blank.", report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "USE009",
    .name = "element-not-used",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::not_used,
    .fix = Applicability::unsafe,
    .phase = Phase::remove,
    .doc = doc,
    .check = GuideCheck{guide::FaultKind::element_not_used, speak},
    .release = Release::needs_reason,
    .precedence = Precedence::required,
};

}  // namespace scrub837::use009
