#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::syn004_code_in_lower_case_test {
namespace {

TEST_CASE("SYN004 code-in-lower-case") {
  RuleCases cases;
  cases.valid.push_back("SV1*HC:99213*125*UN*1***1~");
  cases.valid.push_back("SV1*HC:99213:GT*125*UN*1***1~");
  cases.invalid.push_back(
      {.segments = "SV1*hc:99213*125*UN*1***1~", .at = "SV101-1", .fixed = "SV1*HC:99213*125*UN*1***1~"});
  cases.invalid.push_back({.segments = "SV1*HC:99213:gt*125*UN*1***1~",
                           .at = "SV101-3",
                           .fixed = "SV1*HC:99213:GT*125*UN*1***1~"});
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*1***1~PWK*nn*FX***AC*CN-1~",
                           .at = "PWK01",
                           .fixed = "SV1*HC:99213*125*UN*1***1~PWK*NN*FX***AC*CN-1~"});
  rule_test("SYN004", cases);
}

}  // namespace
}  // namespace scrub837::test::syn004_code_in_lower_case_test
