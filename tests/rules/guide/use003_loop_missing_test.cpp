#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::use003_loop_missing_test {
namespace {

TEST_CASE("USE003 loop-missing") {
  RuleCases cases;
  cases.valid.push_back(
      "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~");
  cases.invalid.push_back({.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~", .at = ""});
  rule_test("USE003", cases);
}

}  // namespace
}  // namespace scrub837::test::use003_loop_missing_test
