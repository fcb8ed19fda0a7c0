#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit012_screening_referral_test {
namespace {

std::string claim(std::string const& referral, std::string const& rest) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + referral + "HI*ABK:Z9181~LX*1~SV1*HC:99392:EP*125*UN*1***1" +
         rest + "~DTP*472*D8*20260914~";
}

TEST_CASE("SIT012 screening-referral") {
  std::string const screened = "****Y";
  rule_test(
      "SIT012",
      {.valid =
           {
               claim("", ""),
               claim("", "**Y"),
               claim("", "****N"),
               claim("", "*****Y"),
               claim("CRC*ZZ*N*NU~", screened),
               claim("CRC*ZZ*Y*ST~", screened),
               claim("CRC*07*Y*01~CRC*ZZ*N*NU~", screened),
           },
       .invalid = {
           {.segments = claim("", screened), .at = ""},
           {.segments = claim("CRC*07*Y*01~", screened), .at = ""},
           // One is missing for all lines.
           {.segments = "SV1*HC:99392:EP*125*UN*1***1****Y~SV1*HC:92551:EP*125*UN*1***1****Y~", .at = ""},
           {.segments = "SV1*HC:99392:EP:::::A DESCRIPTION OF SUCH A LENGTH THAT THE SEGMENT IS "
                        "LONGER*125*UN*1***1****Y~",
            .at = ""},
       }});
}

TEST_CASE("SIT012: the referral belongs to the claim") {
  auto const found = found_of(scrub_text(file_with(claim("", "****Y"))), "SIT012");
  CHECK(found.loop == "2300");
  CHECK(found.missing == "CRC");
}

}  // namespace
}  // namespace scrub837::test::sit012_screening_referral_test
