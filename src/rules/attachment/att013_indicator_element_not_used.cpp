#include "scrub837/rule.hpp"
#include "src/claim/narrative.hpp"

namespace scrub837::att013 {
namespace {

constexpr Doc doc{
    .what = "An attachment indicator has something in PWK03, 04, 07, 08 or 09, which the guide doesn't use.",
    .why =
        "Receivers reject the set for it. Often a separator is missing or too many, and what stands there "
        "belongs in PWK05 or PWK06.",
    .fix =
        "Correct the indicator at the source: qualifier AC in PWK05, the control number in PWK06, nothing "
        "else behind PWK02. Nothing is dropped here, since it may be the control number.",
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
      report.add_alike({index, element, 0}, line, "The guide doesn't use this element of the indicator.");
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
    .of_segment = Kind::PWK,
};

}  // namespace scrub837::att013
