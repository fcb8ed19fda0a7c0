#include "scrub837/rule.hpp"
#include "src/claim/narrative.hpp"

namespace scrub837::att013 {
namespace {

constexpr Doc doc{
    .what = "PWK03, PWK04, PWK07, PWK08 or PWK09 has a value. The guide does not use these elements.",
    .why =
        "Receivers reject the transaction set. Often a separator is missing or extra, and the value belongs "
        "in PWK05 or PWK06.",
    .fix =
        "Correct the PWK segment in the billing system: AC in PWK05, the control number in PWK06, nothing "
        "else after PWK02. Nothing is removed, because the value may be the control number.",
    .bad = "PWK*NN*EL***AC*ACN0001*NURSING NOTES~",
    .good = "PWK*NN*EL***AC*ACN0001~",
    .source = "005010X222A1, 2300 and 2400 PWK03, PWK04, PWK07, PWK08, PWK09",
};

void check(ClaimView const& claim, Reporter& report) {
  for (auto const [index, line] : claim.indicators()) {
    auto const pwk = claim.segment(index);
    for (auto const element :
         {std::uint8_t{3}, std::uint8_t{4}, std::uint8_t{7}, std::uint8_t{8}, std::uint8_t{9}}) {
      if (trimmed(pwk[element]).empty()) continue;
      report.add_alike({index, element, 0}, line, "The guide does not use this element of PWK.");
      break;
    }
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "ATT013",
    .name = "indicator-element-not-used",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::not_used,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segments = {Kind::PWK},
};

}  // namespace scrub837::att013
