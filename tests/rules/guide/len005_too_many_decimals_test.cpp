#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::len005_too_many_decimals_test {
namespace {

TEST_CASE("LEN005 too-many-decimals") {
  RuleCases cases;
  cases.valid.push_back("SV1*HC:99213*125.10*UN*1.125***1~");
  cases.valid.push_back("SV1*HC:99213*125.100*UN*1***1~");
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*1.1255***1~", .at = "SV104"});
  rule_test("LEN005", cases);
}

}  // namespace
}  // namespace scrub837::test::len005_too_many_decimals_test
