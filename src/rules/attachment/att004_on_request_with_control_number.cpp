#include "scrub837/rule.hpp"
#include "src/claim/attachment.hpp"
#include "src/claim/narrative.hpp"

namespace scrub837::att004 {
namespace {

constexpr Doc doc{
    .what = "A document is said to be available on request (PWK02 AA), and a control number is given too.",
    .why =
        "Nothing is sent with AA, so there is nothing to match; clearinghouses reject the pair. Which of "
        "the two is wrong only the sender knows.",
    .fix =
        "Decide at the source: if the document goes out, name the way (EL, FX, BM); if not, drop PWK05 and "
        "PWK06.",
    .bad = "PWK*NN*AA***AC*ACN0001~",
    .good = "PWK*NN*AA~",
    .source = "005010X222A1, 2300 and 2400 PWK02, PWK05, PWK06; Stedi changelog on AA",
    .ask =
        "If the document goes out, type the way (EL, FX, BM) and its control number; if it is only kept "
        "ready, type AA into attachment_transmission.",
};

void check(ClaimView const& claim, Reporter& report) {
  for (auto const [index, line] : claim.indicators()) {
    auto const pwk = claim.segment(index);
    if (pwk[2] != "AA" || (trimmed(pwk[5]).empty() && trimmed(pwk[6]).empty())) continue;
    report.add_alike({index, static_cast<std::uint8_t>(pwk[6].empty() ? 5 : 6), 0}, line,
                     "The document is available on request only, and a control number is given for it.");
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "ATT004",
    .name = "on-request-with-control-number",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::contradiction,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segment = Kind::PWK,
};

}  // namespace scrub837::att004
