#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::use011_elements_conflict_test {
namespace {

TEST_CASE("USE011 elements-conflict") {
  RuleCases cases;
  cases.valid.push_back(
      "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~CR1*LB*150**A*DH*10~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*"
      "472*D8*20260914~");
  cases.invalid.push_back({.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~CR1*LB***A*DH*10~HI*ABK:Z9181~LX*1~"
                                       "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
                           .at = "CR102"});
  cases.invalid.push_back({.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~CR1**150**A*DH*10~HI*ABK:Z9181~LX*1~"
                                       "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
                           .at = "CR101"});
  cases.invalid.push_back({.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*82*1*ROE*ANN****XX~"
                                       "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
                           .at = "NM109"});
  rule_test("USE011", cases);
}

}  // namespace
}  // namespace scrub837::test::use011_elements_conflict_test
