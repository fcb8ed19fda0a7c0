#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::len001_too_short_test {
namespace {

TEST_CASE("LEN001 too-short") {
  RuleCases cases;
  cases.valid.push_back("SV1*HC:99213*125*UN*1***1~");
  cases.valid.push_back("NM1*PR*2*DEMO PAYER*****PI*P1~");
  cases.invalid.push_back({.segments = "NM1*PR*2*DEMO PAYER*****PI*P~", .at = "NM109"});
  rule_test("LEN001", cases);
}

}  // namespace
}  // namespace scrub837::test::len001_too_short_test
