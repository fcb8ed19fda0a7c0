#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::att002_control_number_missing_test {
namespace {

TEST_CASE("ATT002 control-number-missing") {
  rule_test("ATT002",
            {.valid =
                 {
                     "PWK*NN*BM***AC*ACN0001~",
                     "PWK*NN*EL***AC*ACN0001~",
                     "PWK*NN*EM***AC*ACN0001~",
                     "PWK*NN*FT***AC*ACN0001~",
                     "PWK*NN*FX***AC*ACN0001~",
                     "PWK*NN*AA~",
                     "PWK*CT*AB~",  // a certificate on file: nothing is sent
                     "PWK*NN*XX~",  // no way of sending that the guide has
                     "PWK*NN~",
                     "SV1*HC:99213*125*UN*1***1~",
                 },
             .invalid = {
                 {.segments = "PWK*NN*BM~", .at = "PWK06"},
                 {.segments = "PWK*NN*EL~", .at = "PWK06"},
                 {.segments = "PWK*NN*EM~", .at = "PWK06"},
                 {.segments = "PWK*NN*FT~", .at = "PWK06"},
                 {.segments = "PWK*NN*FX~", .at = "PWK06"},
                 {.segments = "PWK*NN*FX***AC~", .at = "PWK06"},
                 {.segments = "PWK*NN*FX***AC*~", .at = "PWK06"},
                 {.segments = "PWK*NN*FX****~", .at = "PWK06"},
                 // On a line that is not unlisted too, and for each indicator.
                 {.segments = "SV1*HC:99213*125*UN*1***1~PWK*NN*EL~PWK*OZ*FX~", .at = "PWK06", .times = 2},
                 // At the claim.
                 {.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~PWK*NN*EL~HI*ABK:Z9181~LX*1~"
                              "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
                  .at = "PWK06"},
             }});
}

// NAR007 leaves blanks alone as they are, since nothing would remain.
TEST_CASE("ATT002: a control number of blanks is none") {
  auto const file = file_with("PWK*NN*FX***AC*   ~");
  auto const scrubbed = scrub_text(file, with_unsafe_fixes());
  CHECK(count_of(scrubbed, "ATT002") == 1);
  CHECK(difference(scrubbed.held, file) == "");
  CHECK(count_of(scrub_text(file_with("PWK*NN*FX****   ~")), "ATT003") == 0);
  CHECK(count_of(scrub_text(file_with("PWK*NN*FX***AC* ~")), "ATT005") == 0);
}

TEST_CASE("ATT004: a control number of blanks is none") {
  CHECK(count_of(scrub_text(file_with("PWK*NN*AA****  ~")), "ATT004") == 0);
}

// Fails until fixed: RepeatIndex leaves out what is empty, and should what is blank.
TEST_CASE("ATT006: a control number of blanks is none") {
  auto const twice = claim_with("A", "PWK*NN*XX****  ~") + claim_with("B", "PWK*NN*XX****  ~");
  CHECK(count_of(scrub_text(file_with(twice)), "ATT006") == 0);
}

TEST_CASE("ATT002: the worklist asks for the number") {
  auto const scrubbed = scrub_text(file_with("PWK*NN*EL~"));
  REQUIRE(scrubbed.rows.size() == 1);
  CHECK(scrubbed.rows[0].rule == "ATT002");
  CHECK(scrubbed.rows[0].required);
  CHECK(scrubbed.rows[0].line_index == 1);
  CHECK(scrubbed.rows[0].claim == "DEMO-1");
}

}  // namespace
}  // namespace scrub837::test::att002_control_number_missing_test
