#include "scrub837/rule.hpp"
#include "src/claim/attachment.hpp"
#include "src/claim/mendable.hpp"
#include "src/claim/narrative.hpp"

namespace scrub837::att003 {
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
    constexpr std::string_view message = "The control number stands there without its qualifier AC.";
    Place const place{index, 5, 0};
    if (report.tells_all() || takes_fixes(claim, Applicability::safe)) {
      report.add(place, line, std::string(message),
                 {Applicability::safe, {{Edit::What::set, place, "AC"}}, {{index, 6, 0}}});
    } else {
      report.add_alike(place, line, message, Applicability::safe);
    }
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "ATT003",
    .name = "control-number-qualifier",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::invalid_code,
    .fix = Applicability::safe,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segment = Kind::PWK,
};

}  // namespace scrub837::att003
