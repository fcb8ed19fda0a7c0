#include "scrub837/rule.hpp"
#include "src/claim/attachment.hpp"
#include "src/claim/mendable.hpp"
#include "src/claim/narrative.hpp"

namespace scrub837::att003 {
namespace {

constexpr Doc doc{
    .what = "An attachment control number (PWK06) without the qualifier AC in PWK05.",
    .why = "PWK05 must be AC whenever PWK06 is used. Otherwise, the payer cannot match the attachment.",
    .fix = "Writes AC into PWK05. This is safe: AC is the only value allowed.",
    .bad = "PWK*OZ*EL****A123~",
    .good = "PWK*OZ*EL***AC*A123~",
    .source = "005010X222A1, 2300 and 2400 PWK05",
};

void check(ClaimView const& claim, Reporter& report) {
  for (auto const [index, line] : claim.indicators()) {
    auto const pwk = claim.segment(index);
    if (trimmed(pwk[6]).empty() || pwk[2] == "AA" || pwk[5] == "AC" || is_certificate(pwk, line)) continue;
    constexpr std::string_view message = "PWK06 is present, but PWK05 is not AC.";
    Place const place{index, 5, 0};
    if (report.tells_all() || takes_fixes(claim, Applicability::safe)) {
      report.add(place, line, std::string(message),
                 {Applicability::safe, {{Edit::What::set, place, "AC"}}, {{index, 6, 0}}});
    } else {
      report.add_alike(place, line, message, Applicability::safe);
    }
    if (pwk[5].empty()) report.of_kind(ErrorKind::conditional_missing);
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
    .of_segments = {Kind::PWK},
};

}  // namespace scrub837::att003
