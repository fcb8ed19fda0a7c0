#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test {
namespace {

TEST_CASE("ATT003 control-number-qualifier") {
  constexpr auto claim =
      "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~PWK*NN*EL****ACN0001~HI*ABK:Z9181~LX*1~"
      "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
  constexpr auto claim_fixed =
      "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~PWK*NN*EL***AC*ACN0001~HI*ABK:Z9181~LX*1~"
      "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
  rule_test("ATT003",
            {.valid =
                 {
                     "PWK*OZ*EL***AC*A123~",
                     "PWK*OZ*AA~",
                     "PWK*OZ*AA****A123~",  // ATT004 speaks of it
                     "PWK*OZ*AA***ZZ*A123~",
                     "PWK*OZ*EL~",  // ATT002 speaks of it
                     "PWK*OZ*EL***ZZ~",
                     "SV1*HC:99213*125*UN*1***1~",
                 },
             .invalid = {
                 {.segments = "PWK*OZ*EL***ZZ*A123~", .at = "PWK05", .fixed = "PWK*OZ*EL***AC*A123~"},
                 {.segments = "PWK*OZ*EL****A123~", .at = "PWK05", .fixed = "PWK*OZ*EL***AC*A123~"},
                 {.segments = "PWK*OZ*BM***ac*A123~", .at = "PWK05", .fixed = "PWK*OZ*BM***AC*A123~"},
                 // What stands in other elements stays, used or not.
                 {.segments = "PWK*OZ*FX*1*PR*ZZ*A123*TEXT~",
                  .at = "PWK05",
                  .fixed = "PWK*OZ*FX*1*PR*AC*A123*TEXT~"},
                 // A way of sending that the guide doesn't have: PWK05 is AC all the same.
                 {.segments = "PWK*OZ*XX****A123~", .at = "PWK05", .fixed = "PWK*OZ*XX***AC*A123~"},
                 {.segments = "PWK*OZ*****A123~", .at = "PWK05", .fixed = "PWK*OZ****AC*A123~"},
                 {.segments = "PWK*OZ*EL****A123~PWK*NN*FX***ZZ*A124~",
                  .at = "PWK05",
                  .times = 2,
                  .fixed = "PWK*OZ*EL***AC*A123~PWK*NN*FX***AC*A124~"},
                 {.segments = claim, .at = "PWK05", .fixed = claim_fixed},
             }});
}

TEST_CASE("ATT003: on a claim that another error holds nothing is applied, and the fix is told") {
  auto const file = file_with("PWK*OZ*EL****A123~PWK*OZ*FX~");
  auto const scrubbed = scrub_text(file);
  auto const found = found_of(scrubbed, "ATT003");
  CHECK_FALSE(found.applied);
  CHECK(found.before == "PWK*OZ*EL****A123");
  CHECK(found.after == "PWK*OZ*EL***AC*A123");
  CHECK(difference(scrubbed.held, file) == "");
}

}  // namespace
}  // namespace scrub837::test
