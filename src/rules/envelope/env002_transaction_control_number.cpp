#include "src/rules/envelope_checks.hpp"

namespace scrub837::env002 {
namespace {

constexpr Doc doc{
    .what = "SE02 is not the control number in ST02.",
    .why =
        "The receiver assumes that two transaction sets were mixed up and rejects the set with all its "
        "claims.",
    .fix =
        "Ask the sender which number is right. --unsafe-fixes writes ST02 into SE02; otherwise all claims of "
        "the transaction set are held.",
    .bad = "SE*25*0002~",
    .good = "SE*25*0001~",
    .source = "005010X222A1, ST02 and SE02",
    .ask = "Ask the sender which number is right, and send the corrected file again.",
};

std::optional<Fault> check(TrailerView const& trailer) {
  return envelope::wrong_control(trailer, EnvelopeLevel::set, false, "SE02", "ST02");
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV002",
    .name = "transaction-control-number",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::control_mismatch,
    .fix = Applicability::unsafe,
    .phase = Phase::complete,
    .doc = doc,
    .check = TrailerCheck{check},
    .release = Release::impossible,
};

}  // namespace scrub837::env002
