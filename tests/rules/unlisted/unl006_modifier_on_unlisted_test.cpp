#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::unl006_modifier_on_unlisted_test {
namespace {

std::string line(std::string const& modifiers, std::string const& code = "99600") {
  return "SV1*HC:" + code + ":" + modifiers + ":COMPLEX WOUND CARE LEFT HEEL*125*UN*1***1~";
}

TEST_CASE("UNL006 modifier-on-unlisted") {
  RuleCases cases;
  for (auto const* const other : {":::", "TD:::", "TE:U1::", "GP:::", "95:::", "TD:U1:U2:U3"}) {
    cases.valid.push_back(line(other));
  }
  cases.valid.push_back(line("22:::", "99213"));
  cases.valid.push_back(line("59:::", "97597"));
  for (auto const* const one : {"22", "50", "51", "52", "53", "59", "XS"}) {
    cases.invalid.push_back({.segments = line(std::string(one) + ":::"), .at = "SV101-3"});
  }
  cases.invalid.push_back({.segments = line("TD:U1:U2:51"), .at = "SV101-6"});
  cases.invalid.push_back({.segments = line("22:59::"), .at = "SV101-3"});
  cases.invalid.push_back({.segments = line("22:::", "J3490"), .at = "SV101-3"});
  rule_test("UNL006", cases);
}

}  // namespace
}  // namespace scrub837::test::unl006_modifier_on_unlisted_test
