#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::use006_too_many_repetitions_test {
namespace {

TEST_CASE("USE006 too-many-repetitions") {
  RuleCases cases;
  cases.valid.push_back("SV1*HC:99213*125*UN*1***1~");
  cases.invalid.push_back({.segments = "SV1*HC:99213*125^130*UN*1***1~", .at = "SV102"});
  cases.invalid.push_back({.segments = "NM1*IL*1*DOE^ROE*JANE****MI*DEMO0001~", .at = "NM103"});
  rule_test("USE006", cases);
}

}  // namespace
}  // namespace scrub837::test::use006_too_many_repetitions_test
