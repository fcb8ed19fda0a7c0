#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::syn003_blanks_around_value_test {
namespace {

TEST_CASE("SYN003 blanks-around-value") {
  RuleCases cases;
  cases.valid.push_back("NM1*IL*1*VAN DOE*JANE****MI*DEMO0001~");
  cases.valid.push_back("SV1*HC:99600:::::WOUND CARE LEFT HEEL 45 MIN *125*UN*1***1~");
  // Where a character stands in K3 says what it is.
  cases.valid.push_back(
      "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~K3*  AB  CD   "
      "X~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*"
      "20260914~");
  cases.invalid.push_back({.segments = "NM1*IL*1*DOE *JANE****MI*DEMO0001~",
                           .at = "NM103",
                           .fixed = "NM1*IL*1*DOE*JANE****MI*DEMO0001~"});
  cases.invalid.push_back({.segments = "NM1*IL*1* DOE*JANE****MI*DEMO0001~",
                           .at = "NM103",
                           .fixed = "NM1*IL*1*DOE*JANE****MI*DEMO0001~"});
  cases.invalid.push_back(
      {.segments = "CLM*DEMO-1 "
                   "*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
       .at = "CLM01"});
  rule_test("SYN003", cases);
}

}  // namespace
}  // namespace scrub837::test::syn003_blanks_around_value_test
