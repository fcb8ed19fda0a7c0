#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit009_accident_test {
namespace {

std::string claim(std::string const& causes, bool dated = false) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y" + (causes.empty() ? "" : "**" + causes) + "~" +
         (dated ? "DTP*439*D8*20260901~" : "") +
         "HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
}

}  // namespace

TEST_CASE("SIT009 accident") {
  rule_test("SIT009", {.valid =
                           {
                               claim(""),
                               claim("AA:::VA", true),
                               claim("AA::::CA", true),
                               claim("AA::::MX", true),
                               claim("OA", true),
                               claim("EM", true),
                               claim("EM:OA", true),
                               claim("OA:AA::OH:US", true),
                           },
                       .invalid = {
                           {.segments = claim("AA:::VA"), .at = ""},
                           {.segments = claim("OA"), .at = ""},
                           {.segments = claim("EM:OA"), .at = ""},
                           {.segments = claim("EM:AA::VA"), .at = ""},
                           {.segments = claim("EM"), .at = "", .severity = "warning"},
                           {.segments = claim("AA", true), .at = "CLM11-4"},
                           {.segments = claim("OA:AA", true), .at = "CLM11-4"},
                           {.segments = claim("AA::::US", true), .at = "CLM11-4"},
                           {.segments = claim("AA::::USA", true), .at = "CLM11-4"},
                       }});
}

TEST_CASE("SIT009: both are missing") {
  auto const scrubbed = scrub_text(file_with(claim("AA")));
  CHECK(count_of(scrubbed, "SIT009") == 2);
  auto const date = found_of(scrubbed, "SIT009");
  CHECK(date.loop == "2300");
  CHECK(date.missing == "DTP");
}

}  // namespace scrub837::test::sit009_accident_test
