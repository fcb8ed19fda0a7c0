#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::use008_segment_not_here_test {
namespace {

TEST_CASE("USE008 segment-not-here") {
  RuleCases cases;
  cases.valid.push_back("NM1*PR*2*DEMO PAYER*****PI*PAYER01~");
  cases.invalid.push_back(
      {.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*82*1*ROE*ANN****XX*1234567893~DMG*D8*"
                   "19500101*F~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
       .at = "DMG"});
  cases.invalid.push_back(
      {.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*DN*1*ROE*ANN****XX*1234567893~PRV*RF*"
                   "PXC*251E00000X~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
       .at = "PRV"});
  rule_test("USE008", cases);
}

}  // namespace
}  // namespace scrub837::test::use008_segment_not_here_test
