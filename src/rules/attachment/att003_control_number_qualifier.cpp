#include "scrub837/rule.hpp"
#include "src/claim/attachment.hpp"
#include "src/claim/narrative.hpp"

namespace scrub837 {
namespace {

constexpr Doc doc{
    .what = "An attachment control number (PWK06) without the qualifier that says what it is.",
    .why = "PWK05 must be AC wherever PWK06 is used, or the payer cannot match the attachment.",
    .fix = "Writes AC into PWK05. Safe: nothing else may stand there.",
    .bad = "PWK*OZ*EL****A123~",
    .good = "PWK*OZ*EL***AC*A123~",
    .source = "005010X222A1, 2300 and 2400 PWK05",
};

void check(ClaimView const& claim, Reporter& report) {
  for (auto const [index, line] : claim.indicators()) {
    auto const pwk = claim.segment(index);
    if (trimmed(pwk[6]).empty() || pwk[2] == "AA" || pwk[5] == "AC") continue;
    report.add({index, 5, 0}, line, "The control number stands there without its qualifier AC.",
               {Applicability::safe, {{Edit::What::set, {index, 5, 0}, "AC"}}, {{index, 6, 0}}});
  }
}

}  // namespace

extern constexpr Rule att003{"ATT003", "control-number-qualifier", Severity::error,
                             2,        Applicability::safe,        Phase::complete,
                             doc,      ClaimCheck{check},          Kind::PWK};

}  // namespace scrub837
