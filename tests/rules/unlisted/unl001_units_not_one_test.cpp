#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::unl001_units_not_one_test {
namespace {

std::string units(std::string const& count, std::string const& code = "99600") {
  return "SV1*HC:" + code + ":::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*" + count + "***1~";
}

TEST_CASE("UNL001 units-not-one") {
  RuleCases cases;
  for (auto const* const one : {"1", "1.0", "01", "1.000"}) cases.valid.push_back(units(one));
  cases.valid.push_back(units("3", "99213"));
  cases.valid.push_back(units(""));  // nothing stated: not this rule's
  cases.valid.push_back(units("4", "J3490") + "DTP*472*D8*20260914~LIN**N4*12345678901~CTP****4*ML~");
  for (auto const* const other : {"2", "0", "1.5", "16", "0.5", "-1", "ONE"}) {
    cases.invalid.push_back({.segments = units(other), .at = "SV104"});
  }
  cases.valid.push_back(units("4", "J3490"));  // drugs and items are counted
  cases.valid.push_back(units("2", "A9999"));
  cases.invalid.push_back({.segments = units("4", "17999"), .at = "SV104"});
  cases.invalid.push_back({.segments = units("2") + units("1") + units("3"), .at = "SV104", .times = 2});
  rule_test("UNL001", cases);
}

}  // namespace
}  // namespace scrub837::test::unl001_units_not_one_test
