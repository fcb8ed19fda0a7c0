#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::len003_not_a_number_test {
namespace {

TEST_CASE("LEN003 not-a-number") {
  RuleCases cases;
  cases.valid.push_back("SV1*HC:99213*125*UN*1***1~");
  cases.valid.push_back("SV1*HC:99213*125.00*UN*1.5***1~");
  cases.valid.push_back("SV1*HC:99213*0125*UN*01***1~");
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*ONE***1~", .at = "SV104"});
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*1,5***1~", .at = "SV104"});
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*1.5.2***1~", .at = "SV104"});
  cases.invalid.push_back({.segments = "SV1*HC:99213*125*UN*.***1~", .at = "SV104"});
  rule_test("LEN003", cases);
}

}  // namespace
}  // namespace scrub837::test::len003_not_a_number_test
