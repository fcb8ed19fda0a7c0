#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::use009_element_not_used_test {
namespace {

TEST_CASE("USE009 element-not-used") {
  RuleCases cases;
  cases.valid.push_back("SV1*HC:99213*125*UN*1***1~");
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*1**1*1~",
                           .at = "SV106",
                           .fixed = "SV1*HC:99213*125*UN*1***1~",
                           .unsafe = true});
  cases.invalid.push_back(
      {.segments = "CLM*DEMO-1*125*1**12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*"
                   "20260914~",
       .at = "CLM03",
       .fixed =
           "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
       .unsafe = true});
  rule_test("USE009", cases);
}

}  // namespace
}  // namespace scrub837::test::use009_element_not_used_test
