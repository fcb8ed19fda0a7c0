#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::cod001_code_not_in_list_test {
namespace {

TEST_CASE("COD001 code-not-in-list") {
  RuleCases cases;
  cases.valid.push_back("SV1*HC:99213*125*UN*1***1~");
  cases.valid.push_back("SBR*P*18*******CI~");
  cases.invalid.push_back({.segments = "SBR*X*18*******CI~", .at = "SBR01"});
  cases.invalid.push_back({.segments = "SBR*P*18*******XX~", .at = "SBR09"});
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*XX*1***1~", .at = "SV103"});
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*1***1~DTP*999*D8*20260914~", .at = "DTP01"});
  rule_test("COD001", cases);
}

}  // namespace
}  // namespace scrub837::test::cod001_code_not_in_list_test
