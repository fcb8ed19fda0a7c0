#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::unl003_telehealth_on_home_visit_test {
namespace {

std::string visit(std::string const& procedure, std::string const& claim_place,
                  std::string const& line_place) {
  return "CLM*DEMO-1*125***" + claim_place + ":B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:" + procedure +
         "*125*UN*1*" + line_place + "**1~DTP*472*D8*20260914~";
}

TEST_CASE("UNL003 telehealth-on-home-visit") {
  std::string const text = "WOUND CARE LEFT HEEL";
  RuleCases cases;
  cases.valid = {
      visit("99600:::::" + text, "12", ""),       visit("99600:TD::::" + text, "12", ""),
      visit("99600:::::" + text, "10", "12"),     visit("99213:95::::" + text, "02", ""),
      visit("99600:U1:TE:GP::" + text, "12", ""), visit("J3490:95::::" + text, "10", ""),
  };
  cases.invalid = {
      {.segments = visit("99600:::::" + text, "02", ""), .at = "CLM05-1"},
      {.segments = visit("99600:::::" + text, "10", ""), .at = "CLM05-1"},
      {.segments = visit("99600:::::" + text, "12", "02"), .at = "SV105"},
      {.segments = visit("99600:95::::" + text, "12", ""), .at = "SV101-3"},
      {.segments = visit("99600:TD:93:::" + text, "12", ""), .at = "SV101-4"},
      {.segments = visit("99600:TD:U1:GT::" + text, "12", ""), .at = "SV101-5"},
      {.segments = visit("99600:TD:U1:U2:FQ:" + text, "12", ""), .at = "SV101-6"},
      // One fault, one finding.
      {.segments = visit("99600:95::::" + text, "10", ""), .at = "SV101-3"},
  };
  rule_test("UNL003", cases);
}

}  // namespace
}  // namespace scrub837::test::unl003_telehealth_on_home_visit_test
