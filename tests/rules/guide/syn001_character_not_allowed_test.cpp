#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::syn001_character_not_allowed_test {
namespace {

TEST_CASE("SYN001 character-not-allowed") {
  RuleCases cases;
  cases.valid.push_back("NM1*IL*1*DOE*JANE****MI*DEMO0001~");
  cases.valid.push_back("N3*12 MAIN ST #5 & REAR {A} `B`~");
  cases.valid.push_back("NM1*IL*1*O'DOE*JANE****MI*DEMO0001~");
  cases.invalid.push_back({.segments = "NM1*IL*1*DOE*JANE\x01****MI*DEMO0001~",
                           .at = "NM104",
                           .fixed = "NM1*IL*1*DOE*JANE****MI*DEMO0001~"});
  cases.invalid.push_back({.segments = "NM1*IL*1*DOE*JANE\xE2\x80\x99S****MI*DEMO0001~",
                           .at = "NM104",
                           .fixed = "NM1*IL*1*DOE*JANE'S****MI*DEMO0001~"});
  cases.invalid.push_back({.segments = "NM1*IL*1*MU\xC3\x91OZ*JANE****MI*DEMO0001~",
                           .at = "NM103",
                           .severity = "warning",
                           .fixed = "NM1*IL*1*MUNOZ*JANE****MI*DEMO0001~",
                           .unsafe = true});
  cases.invalid.push_back({.segments = "NM1*IL*1*DOE\xE6\x97\xA5*JANE****MI*DEMO0001~", .at = "NM103"});
  rule_test("SYN001", cases);
}

}  // namespace
}  // namespace scrub837::test::syn001_character_not_allowed_test
