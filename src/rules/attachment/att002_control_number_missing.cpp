#include "scrub837/rule.hpp"
#include "src/claim/attachment.hpp"
#include "src/claim/narrative.hpp"

namespace scrub837::att002 {
namespace {

constexpr Doc doc{
    .what =
        "A document is announced as sent (PWK02 BM, EL, EM, FT or FX) without its control number (PWK06).",
    .why =
        "The control number is all that ties the document to the claim. Without it the payer gets two "
        "things that don't know of each other.",
    .fix =
        "Type the number that stands on the cover sheet or in the 275 into the worklist. A number made up "
        "here would match nothing.",
    .bad = "PWK*NN*EL~",
    .good = "PWK*NN*EL***AC*ACN0001~",
    .source = "005010X222A1, 2300 and 2400 PWK06; syntax P0506; X12 RFI 1968",
    .ask =
        "Type the number that stands on the cover sheet or in the 275 into attachment_control_number. If "
        "several indicators wait here, type one number for each, in their order, with semicolons between.",
};

void check(ClaimView const& claim, Reporter& report) {
  for (auto const [index, line] : claim.indicators()) {
    auto const pwk = claim.segment(index);
    if (!is_sent(pwk[2]) || !trimmed(pwk[6]).empty()) continue;
    report.add_alike({index, 6, 0}, line,
                     "A document is announced as sent, and its control number is missing.",
                     Applicability::input);
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "ATT002",
    .name = "control-number-missing",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segment = Kind::PWK,
};

}  // namespace scrub837::att002
