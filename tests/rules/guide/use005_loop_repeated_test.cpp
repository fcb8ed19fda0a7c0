#include <doctest/doctest.h>

#include "tests/rules/situational/household_file.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/rule_test.hpp"
#include "tests/support/scrub_text.hpp"

namespace scrub837::test::use005_loop_repeated_test {
namespace {

TEST_CASE("USE005 loop-repeated") {
  RuleCases cases;
  cases.valid.push_back(
      "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*82*1*ROE*ANN****XX*1234567893~LX*1~SV1*HC:99213*125*"
      "UN*1***1~DTP*472*D8*20260914~");
  cases.invalid.push_back(
      {.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*82*1*ROE*ANN****XX*1234567893~NM1*82*1*"
                   "ROE*ANN****XX*1234567893~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
       .at = "NM1"});
  cases.invalid.push_back(
      {.segments =
           "CLM*DEMO-1*6375***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~"
           "LX*2~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*3~SV1*HC:99213*125*UN*1***1~DTP*472*D8*"
           "20260914~LX*4~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*5~SV1*HC:99213*125*UN*1***1~DTP*"
           "472*D8*20260914~LX*6~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*7~SV1*HC:99213*125*UN*1***"
           "1~DTP*472*D8*20260914~LX*8~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*9~SV1*HC:99213*125*"
           "UN*1***1~DTP*472*D8*20260914~LX*10~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*11~SV1*HC:"
           "99213*125*UN*1***1~DTP*472*D8*20260914~LX*12~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*13~"
           "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*14~SV1*HC:99213*125*UN*1***1~DTP*472*D8*"
           "20260914~LX*15~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*16~SV1*HC:99213*125*UN*1***1~DTP*"
           "472*D8*20260914~LX*17~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*18~SV1*HC:99213*125*UN*1**"
           "*1~DTP*472*D8*20260914~LX*19~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*20~SV1*HC:99213*"
           "125*UN*1***1~DTP*472*D8*20260914~LX*21~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*22~SV1*"
           "HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*23~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*"
           "24~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*25~SV1*HC:99213*125*UN*1***1~DTP*472*D8*"
           "20260914~LX*26~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*27~SV1*HC:99213*125*UN*1***1~DTP*"
           "472*D8*20260914~LX*28~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*29~SV1*HC:99213*125*UN*1**"
           "*1~DTP*472*D8*20260914~LX*30~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*31~SV1*HC:99213*"
           "125*UN*1***1~DTP*472*D8*20260914~LX*32~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*33~SV1*"
           "HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*34~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*"
           "35~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*36~SV1*HC:99213*125*UN*1***1~DTP*472*D8*"
           "20260914~LX*37~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*38~SV1*HC:99213*125*UN*1***1~DTP*"
           "472*D8*20260914~LX*39~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*40~SV1*HC:99213*125*UN*1**"
           "*1~DTP*472*D8*20260914~LX*41~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*42~SV1*HC:99213*"
           "125*UN*1***1~DTP*472*D8*20260914~LX*43~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*44~SV1*"
           "HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*45~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*"
           "46~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*47~SV1*HC:99213*125*UN*1***1~DTP*472*D8*"
           "20260914~LX*48~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*49~SV1*HC:99213*125*UN*1***1~DTP*"
           "472*D8*20260914~LX*50~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~LX*51~SV1*HC:99213*125*UN*1**"
           "*1~DTP*472*D8*20260914~",
       .at = "LX"});
  rule_test("USE005", cases);
}

TEST_CASE("USE005: a second patient at a level is said as people say it") {
  auto const two =
      provider_level() + subscriber_level("2*1*22*1", "SBR*P********CI~", "") + patient_level("3*2*23*0") +
      "NM1*QC*1*ROE*JIM~N3*2 DEMO ST~N4*RICHMOND*VA*23219~DMG*D8*20150101*M~" + listed_claim("A");
  auto const found = found_of(scrub_text(file_with(two)), "USE005");
  CHECK(found.message == "The patient level has 2 patients (2010CA); only 1 is allowed.");
}

TEST_CASE("USE005: a number of which there can be several") {
  std::string const referring = "NM1*DN*1*ROE*ANN****XX*1234567893~";
  auto const found =
      found_of(scrub_text(file_with("CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~" + referring + referring +
                                    referring + "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~")),
               "USE005");
  CHECK(found.message == "The claim has 3 referring providers (2310A); only 2 are allowed.");
}

}  // namespace
}  // namespace scrub837::test::use005_loop_repeated_test
