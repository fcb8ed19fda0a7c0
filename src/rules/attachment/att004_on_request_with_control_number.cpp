#include "scrub837/rule.hpp"
#include "src/claim/attachment.hpp"
#include "src/claim/narrative.hpp"

namespace scrub837::att004 {
namespace {

constexpr Doc doc{
    .what = "PWK02 says that the document is available on request (AA), but there is a control number.",
    .why =
        "With AA nothing is sent, so there is nothing to match, and clearinghouses reject the combination. "
        "Only the sender knows which of the two is wrong.",
    .fix =
        "Correct it in the billing system: if the document will be sent, change PWK02 to how it is sent (EL, "
        "FX, BM); if not, remove PWK05 and PWK06.",
    .bad = "PWK*NN*AA***AC*ACN0001~",
    .good = "PWK*NN*AA~",
    .source = "005010X222A1, 2300 and 2400 PWK02, PWK05, PWK06; Stedi changelog on AA",
    .ask =
        "If the document will be sent, type how (EL, FX, BM) in attachment_transmission and its number in "
        "attachment_control_number. If it is only available on request, type AA in attachment_transmission.",
};

void check(ClaimView const& claim, Reporter& report) {
  for (auto const [index, line] : claim.indicators()) {
    auto const pwk = claim.segment(index);
    if (pwk[2] != "AA" || (trimmed(pwk[5]).empty() && trimmed(pwk[6]).empty())) continue;
    report.add_alike({index, static_cast<std::uint8_t>(pwk[6].empty() ? 5 : 6), 0}, line,
                     "PWK02 is AA (available on request), but PWK05 or PWK06 is present.");
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "ATT004",
    .name = "on-request-with-control-number",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::situational_not_used,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segments = {Kind::PWK},
};

}  // namespace scrub837::att004
