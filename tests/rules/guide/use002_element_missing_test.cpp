#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::use002_element_missing_test {
namespace {

TEST_CASE("USE002 element-missing") {
  RuleCases cases;
  cases.valid.push_back("SV1*HC:99213*125*UN*1***1~");
  cases.valid.push_back("SBR*P*18*******CI~");
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN****1~", .at = "SV104"});
  cases.invalid.push_back({.segments = "SV1*:99213*125*UN*1***1~", .at = "SV101-1"});
  cases.invalid.push_back({.segments = "SBR**18*******CI~", .at = "SBR01"});
  rule_test("USE002", cases);
}

}  // namespace
}  // namespace scrub837::test::use002_element_missing_test
