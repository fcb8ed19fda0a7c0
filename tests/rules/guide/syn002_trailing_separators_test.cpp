#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::syn002_trailing_separators_test {
namespace {

TEST_CASE("SYN002 trailing-separators") {
  RuleCases cases;
  cases.valid.push_back("SV1*HC:99213*125*UN*1***1~");
  cases.valid.push_back("NM1*PR*2*DEMO PAYER*****PI*PAYER01~");
  cases.invalid.push_back(
      {.segments = "SV1*HC:99213*125*UN*1***1****~", .at = "SV1", .fixed = "SV1*HC:99213*125*UN*1***1~"});
  cases.invalid.push_back(
      {.segments = "SV1*HC:99213::::*125*UN*1***1~", .at = "SV101", .fixed = "SV1*HC:99213*125*UN*1***1~"});
  cases.invalid.push_back({.segments = "NM1*PR*2*DEMO PAYER*****PI*PAYER01**~",
                           .at = "NM1",
                           .fixed = "NM1*PR*2*DEMO PAYER*****PI*PAYER01~"});
  rule_test("SYN002", cases);
}

}  // namespace
}  // namespace scrub837::test::syn002_trailing_separators_test
