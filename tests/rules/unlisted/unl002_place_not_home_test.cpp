#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::unl002_place_not_home_test {
namespace {

// A claim at one place with a line at another; either may be empty.
std::string visit(std::string const& claim_place, std::string const& line_place,
                  std::string const& procedure = "HC:99600:::::WOUND CARE LEFT HEEL") {
  return "CLM*DEMO-1*125***" + claim_place + ":B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*" + procedure +
         "*125*UN*1*" + line_place + "**1~DTP*472*D8*20260914~";
}

TEST_CASE("UNL002 place-not-home") {
  RuleCases cases;
  for (auto const* const home : {"04", "12", "13", "14", "16", "27", "33", "55", "02", "10"}) {
    cases.valid.push_back(visit(home, ""));
    cases.valid.push_back(visit("11", home));
  }
  cases.valid.push_back(visit("", ""));
  cases.valid.push_back(visit("11", "", "HC:99213"));
  cases.valid.push_back(visit("11", "", "HC:99199:::::GROUP EDUCATION"));
  cases.valid.push_back(visit("11", "", "ER:99600"));
  for (auto const* const elsewhere : {"01", "03", "11", "21", "22", "31", "32", "99", "1", "122"}) {
    cases.invalid.push_back({.segments = visit(elsewhere, ""), .at = "CLM05-1"});
    cases.invalid.push_back({.segments = visit("12", elsewhere), .at = "SV105"});
  }
  rule_test("UNL002", cases);
}

}  // namespace
}  // namespace scrub837::test::unl002_place_not_home_test
