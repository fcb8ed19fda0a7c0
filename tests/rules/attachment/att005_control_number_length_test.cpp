#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::att005_control_number_length_test {
namespace {

std::string indicator(std::string const& number) { return "PWK*NN*EL***AC*" + number + "~"; }

TEST_CASE("ATT005 control-number-length") {
  std::string const fifty = "A" + std::string(49, '7');
  rule_test("ATT005", {.valid =
                           {
                               indicator("A7"),
                               indicator(fifty),
                               // Characters count, not bytes.
                               indicator(std::string(49, '7') + "\xC3\x91"),
                               "PWK*NN*EL~",  // ATT002 speaks of it
                               "PWK*NN*AA~",
                           },
                       .invalid = {
                           {.segments = indicator("7"), .at = "PWK06"},
                           {.segments = indicator("\xC3\x91"), .at = "PWK06"},
                           {.segments = indicator(fifty + "7"), .at = "PWK06"},
                           {.segments = indicator(std::string(80, '7')), .at = "PWK06"},
                           {.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + indicator("7") +
                                        "HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
                            .at = "PWK06"},
                       }});
}

TEST_CASE("ATT005: blanks around the number don't count, since NAR007 takes them off") {
  auto const scrubbed = scrub_text(file_with(indicator(" A" + std::string(49, '7') + "  ")));
  CHECK(count_of(scrubbed, "NAR007") == 1);
  CHECK(scrubbed.claims(Disposition::fixed) == 1);
  CHECK(scrubbed.held.empty());
}

}  // namespace
}  // namespace scrub837::test::att005_control_number_length_test
