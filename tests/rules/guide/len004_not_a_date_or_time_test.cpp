#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::len004_not_a_date_or_time_test {
namespace {

TEST_CASE("LEN004 not-a-date-or-time") {
  RuleCases cases;
  cases.valid.push_back("SV1*HC:99213*125*UN*1***1~DTP*472*D8*20240229~");
  cases.valid.push_back("SV1*HC:99213*125*UN*1***1~DTP*472*RD8*20260914-20260915~");
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260931~", .at = "DTP03"});
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*2026091~", .at = "DTP03"});
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20250229~", .at = "DTP03"});
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*1***1~DTP*472*RD8*20260914~", .at = "DTP03"});
  cases.invalid.push_back(
      {.segments = "SV1*HC:99213*125*UN*1***1~DTP*472*RD8*20260914-20261345~", .at = "DTP03"});
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*09142026~", .at = "DTP03"});
  rule_test("LEN004", cases);
}

}  // namespace
}  // namespace scrub837::test::len004_not_a_date_or_time_test
