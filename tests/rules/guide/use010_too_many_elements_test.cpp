#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::use010_too_many_elements_test {
namespace {

TEST_CASE("USE010 too-many-elements") {
  RuleCases cases;
  cases.valid.push_back(
      "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~");
  cases.invalid.push_back({.segments = "CLM*DEMO-1*125***12:B:1:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*"
                                       "UN*1***1~DTP*472*D8*20260914~",
                           .at = "CLM05-4"});
  cases.invalid.push_back({.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1*2~SV1*HC:99213*125*"
                                       "UN*1***1~DTP*472*D8*20260914~",
                           .at = "LX02"});
  rule_test("USE010", cases);
}

}  // namespace
}  // namespace scrub837::test::use010_too_many_elements_test
