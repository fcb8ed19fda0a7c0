#include <doctest/doctest.h>

#include "tests/rules/situational/household_file.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit026_organization_with_first_name_test {
namespace {

std::string const line = "SV1*HC:99213*125*UN*1***1~";

std::string claim_with_party(std::string const& of_claim, std::string const& of_line) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~" + of_claim + "LX*1~" + line +
         "DTP*472*D8*20260914~" + of_line;
}

TEST_CASE("SIT026 organization-with-first-name") {
  rule_test("SIT026",
            {.valid =
                 {
                     "",
                     "NM1*85*1*ROE*ANN*M**JR*XX*1234567893~" + line,
                     "NM1*85*2*DEMO HOME CARE*****XX*1234567893~" + line,
                     // NM106 is not used at all: USE009.
                     "NM1*85*2*DEMO HOME CARE***DR**XX*1234567893~" + line,
                     "NM1*85**ROE*ANN****XX*1234567893~" + line,
                     claim_with_party("NM1*82*1*ROE*ANN****XX*1093817462~",
                                      "NM1*82*2*DEMO CLINIC*****XX*1093817462~"),
                 },
             .invalid = {
                 {.segments = "NM1*85*2*ROE*ANN****XX*1234567893~" + line, .at = "NM104"},
                 {.segments = "NM1*85*2*ROE**M***XX*1234567893~" + line, .at = "NM105"},
                 {.segments = "NM1*85*2*ROE****JR*XX*1234567893~" + line, .at = "NM107"},
                 {.segments = "NM1*85*2*ROE*ANN*M**JR*XX*1234567893~" + line, .at = "NM104"},
                 {.segments = "NM1*IL*2*DOE*JANE****MI*DEMO0001~" + line, .at = "NM104"},
                 {.segments = "NM1*41*2*DEMO BILLING*X****46*SUB01~" + line, .at = "NM104"},
                 {.segments = claim_with_party("NM1*82*2*ROE*ANN****XX*1093817462~", ""), .at = "NM104"},
                 {.segments = claim_with_party("", "NM1*82*2*ROE*ANN****XX*1093817462~"), .at = "NM104"},
                 {.segments = claim_with_party("", "NM1*DK*2*ROE*****XX*1093817462~NM1*DN*2*ROE*ANN~"),
                  .at = "NM104"},
             }});
}

TEST_CASE("SIT026: of a claim, on that claim alone; of a line, with the line") {
  auto const scrubbed =
      scrub_text(file_with(provider_level() + subscriber_level() + listed_claim("A") + listed_claim("B") +
                           "NM1*82*2*ROE*ANN****XX*1093817462~" + listed_claim("C")));
  auto const found = found_of(scrubbed, "SIT026");
  CHECK(found.claim == "B");
  CHECK(found.line_index == 1);
  CHECK(found.loop == "2420A");
  CHECK(scrubbed.claims(Disposition::held) == 1);
}

TEST_CASE("SIT026: whose name it is") {
  auto const found = found_of(
      scrub_text(file_with("NM1*85*2*ROE*ANN****XX*1234567893~SV1*HC:99213*125*UN*1***1~")), "SIT026");
  CHECK(found.message.find("of the billing provider (2010AA)") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::sit026_organization_with_first_name_test
