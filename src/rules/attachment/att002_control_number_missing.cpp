#include "scrub837/rule.hpp"
#include "src/claim/attachment.hpp"
#include "src/claim/narrative.hpp"

namespace scrub837::att002 {
namespace {

constexpr Doc doc{
    .what =
        "PWK02 says that an attachment was sent (BM, EL, EM, FT or FX), but the attachment control number "
        "(PWK06) is blank.",
    .why =
        "The payer matches the document to the claim by this number alone. Without it, the two are never "
        "connected.",
    .fix =
        "Type the number from the cover sheet or the 275 in the worklist. scrub837 never makes up a number: "
        "it would match nothing.",
    .bad = "PWK*NN*EL~",
    .good = "PWK*NN*EL***AC*ACN0001~",
    .source = "005010X222A1, 2300 and 2400 PWK06; syntax P0506; X12 RFI 1968",
    .ask =
        "Type the number from the cover sheet or the 275 in attachment_control_number. If several PWK "
        "segments need a number, type one for each, in their order, separated by semicolons.",
};

void check(ClaimView const& claim, Reporter& report) {
  for (auto const [index, line] : claim.indicators()) {
    auto const pwk = claim.segment(index);
    if (!is_sent(pwk[2]) || !trimmed(pwk[6]).empty()) continue;
    report.add_alike(
        {index, 6, 0}, line,
        "PWK02 says that an attachment was sent, but PWK06 (attachment control number) is blank.",
        Applicability::input);
    if (!pwk[5].empty()) report.of_kind(ErrorKind::conditional_missing);
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "ATT002",
    .name = "control-number-missing",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segments = {Kind::PWK},
};

}  // namespace scrub837::att002
