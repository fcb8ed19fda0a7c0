#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::env017_level_without_claim_test {
namespace {

std::string const provider =
    "HL*1**20*1~NM1*85*2*DEMO HOME CARE*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~"
    "REF*EI*123456789~";
std::string subscriber(std::string const& hl) {
  return "HL*" + hl +
         "~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~N3*2 DEMO ST~N4*RICHMOND*VA*232190000~"
         "DMG*D8*19500101*F~NM1*PR*2*DEMO PAYER*****PI*PAYER01~";
}
std::string patient(std::string const& hl) {
  return "HL*" + hl + "~PAT*19~NM1*QC*1*DOE*JOE~N3*2 DEMO ST~N4*RICHMOND*VA*232190000~DMG*D8*20150101*M~";
}
std::string claim(std::string const& id) { return claim_with(id, "SV1*HC:99213*125*UN*1***1~"); }

TEST_CASE("ENV017 level-without-claim") {
  rule_test(
      "ENV017",
      {.valid =
           {
               "",
               provider + subscriber("2*1*22*0") + claim("A") + subscriber("3*1*22*0") + claim("B"),
               provider + subscriber("2*1*22*1") + patient("3*2*23*0") + claim("A"),
               provider + subscriber("2*1*22*1") + patient("3*2*23*0") + patient("4*2*23*0") + claim("A"),
               // HL04 announces a patient: ENV011.
               provider + subscriber("2*1*22*1") + subscriber("3*1*22*0") + claim("A"),
               // A claim whose CLM is damaged: ENV009.
               provider + subscriber("2*1*22*0") + "CLN*A*125~" + subscriber("3*1*22*0") + claim("B"),
           },
       .invalid = {
           {.segments = provider + subscriber("2*1*22*0") + subscriber("3*1*22*0") + claim("A"), .at = "HL"},
           {.segments = provider + subscriber("2*1*22*0") + claim("A") + subscriber("3*1*22*0"), .at = "HL"},
           {.segments = provider + subscriber("2*1*22*0") + subscriber("3*1*22*0") + subscriber("4*1*22*0") +
                        claim("A"),
            .at = "HL",
            .times = 2},
           {.segments =
                provider + subscriber("2*1*22*1") + patient("3*2*23*0") + subscriber("4*1*22*0") + claim("A"),
            .at = "HL"},
       }});
}

TEST_CASE("ENV017: it is told of the subscriber, and the level stays where it is") {
  auto const file = file_with(provider + subscriber("2*1*22*0") + subscriber("3*1*22*0") + claim("A"));
  auto const scrubbed = scrub_text(file);
  auto const found = found_of(scrubbed, "ENV017");
  CHECK(found.loop == "2000B");
  CHECK(found.segment == "HL*2*1*22*0");
  CHECK(found.claim_index == 0);
  CHECK(difference(scrubbed.clean, file) == "");
  CHECK(scrubbed.rows.empty());
}

}  // namespace
}  // namespace scrub837::test::env017_level_without_claim_test
