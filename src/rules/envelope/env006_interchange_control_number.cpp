#include "src/rules/envelope_checks.hpp"

namespace scrub837::env006 {
namespace {

constexpr Doc doc{
    .what = "IEA02 is not the control number in ISA13.",
    .why = "The receiver rejects the interchange (TA1 code 001).",
    .fix =
        "Ask the sender which number is right. --unsafe-fixes writes ISA13 into IEA02; otherwise all claims "
        "of the interchange are held.",
    .bad = "IEA*1*000000009~",
    .good = "IEA*1*000000001~",
    .source = "005010X222A1, ISA13 and IEA02; TA105 001",
    .ask = "Ask the sender which number is right, and send the corrected file again.",
};

std::optional<Fault> check(TrailerView const& trailer) {
  return envelope::wrong_control(trailer, EnvelopeLevel::interchange, true, "IEA02", "ISA13");
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV006",
    .name = "interchange-control-number",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::control_mismatch,
    .fix = Applicability::unsafe,
    .phase = Phase::complete,
    .doc = doc,
    .check = TrailerCheck{check},
    .release = Release::impossible,
};

}  // namespace scrub837::env006
