#include <doctest/doctest.h>

#include "tests/rules/situational/household_file.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit001_subscriber_demographics_test {
namespace {

std::string subscriber(std::string const& about, std::string const& sbr = "SBR*P*18*******CI~") {
  return provider_level() + subscriber_level("2*1*22*0", sbr, about) + listed_claim("A");
}

TEST_CASE("SIT001 subscriber-demographics") {
  auto const dependent = [](std::string const& sbr) {
    return provider_level() + subscriber_level("2*1*22*1", sbr, "") + patient_level("3*2*23*0") +
           listed_claim("A");
  };
  rule_test("SIT001",
            {.valid =
                 {
                     "",
                     subscriber(subscriber_address + subscriber_birth),
                     subscriber(subscriber_address + subscriber_birth + "REF*SY*123456789~"),
                     // In another order they are there.
                     subscriber("DMG*D8*19500101*F~N4*RICHMOND*VA*23219~N3*2 DEMO ST~"),
                     // Another person is the patient.
                     dependent("SBR*P********CI~"),
                     dependent("SBR*P*01*******CI~"),
                     // SBR02 is wrong (SIT002), and this is only a consequence.
                     dependent("SBR*P*18*******CI~"),
                     // Without a name (USE003) there is nothing to complete.
                     provider_level() + "HL*2*1*22*0~SBR*P*18*******CI~NM1*PR*2*DEMO PAYER*****PI*PAYER01~" +
                         listed_claim("A"),
                 },
             .invalid = {
                 {.segments = subscriber(""), .at = "", .times = 3},
                 {.segments = subscriber(subscriber_address), .at = ""},
                 {.segments = subscriber(subscriber_birth), .at = "", .times = 2},
                 {.segments = subscriber("N3*2 DEMO ST~" + subscriber_birth), .at = ""},
                 {.segments = subscriber("N4*RICHMOND*VA*23219~" + subscriber_birth), .at = ""},
                 {.segments = subscriber("REF*SY*123456789~"), .at = "", .times = 3},
             }});
}

TEST_CASE("SIT001: each is reported where it belongs, above the claims that it holds") {
  auto const file =
      file_with(provider_level() + subscriber_level("2*1*22*0", "SBR*P*18*******CI~", "") +
                listed_claim("A") + listed_claim("B") + subscriber_level("3*1*22*0") + listed_claim("C"));
  auto const scrubbed = scrub_text(file);
  auto const found = findings_of(scrubbed, "SIT001");
  REQUIRE(found.size() == 3);
  for (auto const& one : found) {
    CHECK(one.loop == "2010BA");
    CHECK(one.claim_index == 0);
  }
  CHECK(found[0].message.find("(N3)") != std::string::npos);
  CHECK(found[1].message.find("(N4)") != std::string::npos);
  CHECK(found[2].message.find("(DMG)") != std::string::npos);
  CHECK(scrubbed.claims(Disposition::held) == 2);
  CHECK(scrubbed.claims(Disposition::clean) == 1);
  CHECK(scrubbed.rows.size() == 1);
}

}  // namespace
}  // namespace scrub837::test::sit001_subscriber_demographics_test
