#include "src/rules/envelope_checks.hpp"

namespace scrub837::env004 {
namespace {

constexpr Doc doc{
    .what = "GE02 is not the control number in GS06.",
    .why = "The receiver rejects the group with all its claims.",
    .fix =
        "Ask the sender which number is right. --unsafe-fixes writes GS06 into GE02; otherwise all claims of "
        "the group are held.",
    .bad = "GE*1*7~",
    .good = "GE*1*1~",
    .source = "005010X222A1, GS06 and GE02",
    .ask = "Ask the sender which number is right, and send the corrected file again.",
};

std::optional<Fault> check(TrailerView const& trailer) {
  return envelope::wrong_control(trailer, EnvelopeLevel::group, true, "GE02", "GS06");
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV004",
    .name = "group-control-number",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::control_mismatch,
    .fix = Applicability::unsafe,
    .phase = Phase::complete,
    .doc = doc,
    .check = TrailerCheck{check},
    .release = Release::impossible,
};

}  // namespace scrub837::env004
