#include <doctest/doctest.h>

#include "tests/rules/situational/household_file.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit002_patient_level_test {
namespace {

std::string const self = "SBR*P*18*******CI~";
std::string const other = "SBR*P********CI~";

std::string household(std::string const& sbr, std::string const& below, std::string const& hl = "2*1*22*1") {
  return provider_level() + subscriber_level(hl, sbr) + below;
}

TEST_CASE("SIT002 patient-level") {
  auto const one = patient_level("3*2*23*0") + listed_claim("A");
  auto const two = one + patient_level("4*2*23*0") + listed_claim("B");
  rule_test(
      "SIT002",
      {.valid =
           {
               "",
               household(self, listed_claim("A"), "2*1*22*0"),
               household(self, listed_claim("A") + listed_claim("B"), "2*1*22*0"),
               household(other, one),
               household(other, two),
               // A subscriber who is a patient and has a dependent is sent twice.
               household(self, listed_claim("S"), "2*1*22*0") + subscriber_level("3*1*22*1", other) +
                   patient_level("4*3*23*0") + listed_claim("A"),
               household(other, one) + subscriber_level("4*1*22*0", self) + listed_claim("S"),
               // Nobody has a claim: ENV017.
               household(other, "", "2*1*22*0") + subscriber_level("3*1*22*0", self) + listed_claim("A"),
               household(self, "", "2*1*22*0") + subscriber_level("3*1*22*0", self) + listed_claim("A"),
               // Another code is COD001's.
               household("SBR*P*01*******CI~", listed_claim("A"), "2*1*22*0"),
               household("SBR*P*01*******CI~", one),
               household("SBR*P********MC~", one),
               household("SBR*P*18*******MB~", listed_claim("A"), "2*1*22*0"),
               // Without an SBR (USE001) nothing is said.
               household("", listed_claim("A"), "2*1*22*0"),
           },
       .invalid = {
           {.segments = household(self, one), .at = "SBR02"},
           {.segments = household(self, two), .at = "SBR02"},
           {.segments = household(other, listed_claim("A"), "2*1*22*0"), .at = "SBR02"},
           {.segments = household(other, listed_claim("S") + one), .at = "SBR02"},
           {.segments = household("SBR*P~", listed_claim("A"), "2*1*22*0"), .at = "SBR02"},
           // Medicare has no dependents.
           {.segments = household("SBR*P********MB~", one), .at = "HL", .severity = "warning"},
           {.segments = household("SBR*P********MA~", two), .at = "HL", .severity = "warning", .times = 2},
           // As 4010 had it.
           {.segments = household(self, listed_claim("S") + one), .at = "HL", .severity = "warning"},
           {.segments = household(self, listed_claim("S") + two),
            .at = "HL",
            .severity = "warning",
            .times = 2},
       }});
}

TEST_CASE("SIT002: the claims below are held, and those of the next subscriber go out") {
  auto const file =
      file_with(household(self, patient_level("3*2*23*0") + listed_claim("A")) +
                subscriber_level("4*1*22*1", other) + patient_level("5*4*23*0") + listed_claim("B"));
  auto const scrubbed = scrub_text(file);
  CHECK(scrubbed.claims(Disposition::held) == 1);
  CHECK(scrubbed.claims(Disposition::clean) == 1);
  CHECK(found_of(scrubbed, "SIT002").loop == "2000B");
  CHECK(scrubbed.rows.size() == 1);
}

TEST_CASE("SIT002: a warning is of the patient's level, and holds nothing") {
  auto const file =
      file_with(household(self, listed_claim("S") + patient_level("3*2*23*0") + listed_claim("A")));
  auto const scrubbed = scrub_text(file);
  CHECK(found_of(scrubbed, "SIT002").loop == "2000C");
  CHECK(scrubbed.claims(Disposition::clean) == 2);
  CHECK(scrubbed.clean == file);
}

TEST_CASE("SIT002: whatever the block size") {
  auto const file = file_with(household(self, patient_level("3*2*23*0") + listed_claim("A")) +
                              subscriber_level("4*1*22*1", self) + listed_claim("B") +
                              patient_level("5*4*23*0") + listed_claim("C"));
  for (std::size_t const size : {1U, 50U, 333U, 1000U}) {
    auto const scrubbed = scrub_text(file, {}, size);
    CAPTURE(size);
    CHECK(count_of(scrubbed, "SIT002") == 2);
  }
}

TEST_CASE("SIT002: claims of an earlier subscriber are none of this one's") {
  auto const scrubbed =
      scrub_text(file_with(provider_level() + subscriber_level() + listed_claim("A") +
                           subscriber_level("3*1*22*1") + patient_level("4*3*23*0") + listed_claim("B")));
  CHECK(count_of(scrubbed, "SIT002") == 1);
  CHECK(found_of(scrubbed, "SIT002").severity == "error");
  CHECK(count_of(scrubbed, "SIT001") == 0);
}

}  // namespace
}  // namespace scrub837::test::sit002_patient_level_test
