#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::syn005_separator_in_value_test {
namespace {

TEST_CASE("SYN005 separator-in-value") {
  RuleCases cases;
  cases.valid.push_back(
      "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~");
  cases.invalid.push_back({.segments =
                               "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~K3*FIRST*1*2*MORE "
                               "TEXT~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
                           .at = "K304"});
  cases.invalid.push_back({.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~REF*EA*12:AB~HI*ABK:Z9181~LX*1~SV1*"
                                       "HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
                           .at = "REF02-2"});
  rule_test("SYN005", cases);
}

}  // namespace
}  // namespace scrub837::test::syn005_separator_in_value_test
