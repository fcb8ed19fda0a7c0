#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::len002_too_long_test {
namespace {

TEST_CASE("LEN002 too-long") {
  RuleCases cases;
  cases.valid.push_back(
      "CLM*12345678901234567890*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*"
      "20260914~");
  cases.valid.push_back("SV1*HC:99213*0000000125.0000*UN*1***1~");
  cases.invalid.push_back({.segments = "CLM*123456789012345678901*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*"
                                       "HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
                           .at = "CLM01",
                           .severity = "warning"});
  cases.invalid.push_back({.segments = "CLM*123456789012345678901234567890123456789*125***12:B:1*Y*A*Y*Y~HI*"
                                       "ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
                           .at = "CLM01"});
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*1***1~REF*6R*1234567890123456789012345678901~",
                           .at = "REF02",
                           .severity = "warning"});
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*123456789***1~", .at = "SV104"});
  rule_test("LEN002", cases);
}

}  // namespace
}  // namespace scrub837::test::len002_too_long_test
