#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::att003_control_number_qualifier_test {
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
                 {.segments = "PWK*OZ*EL****A123~PWK*NN*FX***ZZ*A124~",
                  .at = "PWK05",
                  .times = 2,
                  .fixed = "PWK*OZ*EL***AC*A123~PWK*NN*FX***AC*A124~"},
                 {.segments = claim, .at = "PWK05", .fixed = claim_fixed},
             }});
}

// ATT008 and ATT013 hold these; what AC would change is told all the same, and other elements stay.
TEST_CASE("ATT003: an indicator that is wrong elsewhere too is held, and the fix is told") {
  struct Case {
    std::string segment, fixed, other;
  };
  for (auto const& row : {
           Case{"PWK*OZ*FX*1*PR*ZZ*A123*TEXT", "PWK*OZ*FX*1*PR*AC*A123*TEXT", "ATT013"},
           Case{"PWK*OZ*XX****A123", "PWK*OZ*XX***AC*A123", "ATT008"},
           Case{"PWK*OZ*****A123", "PWK*OZ****AC*A123", "ATT008"},
       }) {
    CAPTURE(row.segment);
    auto const file = file_with("SV1*HC:99213*125*UN*1***1~" + row.segment + "~");
    auto const scrubbed = scrub_text(file);
    CHECK(scrubbed.rules() == "ATT003 " + row.other);
    auto const found = found_of(scrubbed, "ATT003");
    CHECK(found.element == "PWK05");
    CHECK_FALSE(found.applied);
    CHECK(found.after == row.fixed);
    CHECK(difference(scrubbed.held, file) == "");
    // Without the other rule the fix goes in and touches PWK05 alone.
    CHECK(difference(scrub_text(file, ignoring({row.other})).clean,
                     file_with("SV1*HC:99213*125*UN*1***1~" + row.fixed + "~")) == "");
  }
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
}  // namespace scrub837::test::att003_control_number_qualifier_test
