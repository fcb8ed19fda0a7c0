#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::unl008_medicare_fee_for_service_test {
namespace {

std::string line(std::string const& filing, std::string const& code = "99600") {
  return "SBR*P*18*******" + filing + "~SV1*HC:" + code + ":::::COMPLEX WOUND CARE LEFT HEEL*125*UN*1***1~";
}

TEST_CASE("UNL008 medicare-fee-for-service") {
  RuleCases cases;
  for (auto const* const other : {"CI", "MC", "HM", "16", "BL", ""}) cases.valid.push_back(line(other));
  cases.valid.push_back(line("MB", "99213"));
  cases.valid.push_back(line("MB", "J3490"));
  cases.invalid = {{.segments = line("MB"), .at = "SV101-2"}, {.segments = line("MA"), .at = "SV101-2"}};
  rule_test("UNL008", cases);
}

}  // namespace
}  // namespace scrub837::test::unl008_medicare_fee_for_service_test
