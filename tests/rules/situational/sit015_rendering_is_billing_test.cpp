#include <doctest/doctest.h>

#include "tests/rules/situational/household_file.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit015_rendering_is_billing_test {
namespace {

// The billing provider is 1234567893.
std::string rendered(std::string const& name) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~" + name +
         "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
}

TEST_CASE("SIT015 rendering-is-billing") {
  auto const unnamed = [](std::string const& billing, std::string const& rendering) {
    return provider_level("NM1*85*2*DEMO HOME CARE" + billing + "~") + subscriber_level() +
           rendered(rendering);
  };
  rule_test(
      "SIT015",
      {.valid =
           {
               rendered(""),
               rendered("NM1*82*1*ROE*ANN****XX*1093817462~"),
               rendered("NM1*82*1*ROE*ANN~"),
               // Another party, or a line's.
               rendered("NM1*DN*1*ROE*ANN****XX*1234567893~"),
               rendered("NM1*77*2*DEMO HOME CARE*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~"),
               rendered("") + "NM1*82*1*ROE*ANN****XX*1234567893~",
               // Without an NPI nothing is known.
               rendered("NM1*82*1*ROE*ANN****24*1234567893~"),
               unnamed("", "NM1*82*1*ROE*ANN~"),
               unnamed("*****24*123456789", "NM1*82*1*ROE*ANN****XX*123456789~"),
           },
       .invalid = {
           {.segments = rendered("NM1*82*2*DEMO HOME CARE*****XX*1234567893~"), .at = "NM109"},
           {.segments = rendered("NM1*82*1*ROE*ANN****XX*1234567893~PRV*PE*PXC*163W00000X~"), .at = "NM109"},
       }});
}

TEST_CASE("SIT015: of its own billing provider alone") {
  auto const claim = [](std::string const& id) {
    return replaced(listed_claim(id), "LX*1~", "NM1*82*1*ROE*ANN****XX*1093817462~LX*1~");
  };
  auto const scrubbed =
      scrub_text(file_with(provider_level() + subscriber_level() + claim("A") +
                           provider_level("NM1*85*1*ROE*ANN****XX*1093817462~",
                                          "N3*1 DEMO ST~N4*RICHMOND*VA*232190000~", "3**20*1") +
                           subscriber_level("4*3*22*0") + claim("B")));
  REQUIRE(count_of(scrubbed, "SIT015") == 1);
  CHECK(found_of(scrubbed, "SIT015").claim == "B");
}

}  // namespace
}  // namespace scrub837::test::sit015_rendering_is_billing_test
