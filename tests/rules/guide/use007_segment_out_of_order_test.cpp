#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::use007_segment_out_of_order_test {
namespace {

TEST_CASE("USE007 segment-out-of-order") {
  RuleCases cases;
  cases.valid.push_back(
      "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~REF*EA*1234~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*"
      "20260914~");
  cases.valid.push_back(
      "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~REF*EA*1234~REF*G1*12~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*"
      "472*D8*20260914~");
  cases.invalid.push_back({.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~REF*EA*1234~LX*1~SV1*HC:"
                                       "99213*125*UN*1***1~DTP*472*D8*20260914~",
                           .at = "REF",
                           .fixed = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~REF*EA*1234~HI*ABK:Z9181~LX*1~SV1*HC:"
                                    "99213*125*UN*1***1~DTP*472*D8*20260914~",
                           .unsafe = true});
  rule_test("USE007", cases);
}

}  // namespace
}  // namespace scrub837::test::use007_segment_out_of_order_test
