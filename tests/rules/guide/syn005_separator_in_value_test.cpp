#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::syn005_separator_in_value_test {
namespace {

TEST_CASE("SYN005 separator-in-value") {
  RuleCases cases;
  cases.valid.push_back(
      "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~");
  cases.invalid.push_back({.segments =
                               "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~K3*FIRST*1*2*MORE "
                               "TEXT~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
                           .at = "K304"});
  cases.invalid.push_back({.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~REF*EA*12:AB~HI*ABK:Z9181~LX*1~SV1*"
                                       "HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
                           .at = "REF02-2"});
  rule_test("SYN005", cases);
}

std::string claim(std::string const& clm, std::string const& parties, std::string const& line) {
  return clm + "HI*ABK:Z9181~" + parties + "LX*1~" + line;
}

std::string const clm = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~";
std::string const rendering = "NM1*82*1*ROE*ANN****XX*1093817462~PRV*PE*PXC*207Q00000X~";
std::string const service = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";

TEST_CASE("SYN005 separator-in-value: one that was lost") {
  auto const party = [](std::string const& segments) { return claim(clm, segments, service); };
  rule_test(
      "SYN005",
      {.valid =
           {
               party(rendering),
               // One wrong element, or two, that a separator would not make right.
               party("NM1*82*3*ROE*ANN****XX*1093817462~"),
               party("NM1*82*3*ROE*ANN****ZZ*1093817462~"),
               party("NM1*82*1ROE*ANN****ZZ*1093817462~"),
               claim("CLM*DEMO-1*125***12:B:1*X*X*X*X~", "", service),
           },
       .invalid = {
           {.segments = party("NM1*82*1ROE*ANN****XX*1093817462~"), .at = "NM102"},
           {.segments = party("NM1*82*1*ROEANN****XX*1093817462~"), .at = "NM103"},
           {.segments = party("NM1*82*1*ROE*ANN****XX*1093817462~PRV*PEPXC*207Q00000X~"), .at = "PRV01"},
           {.segments = claim("CLM*DEMO-1*125**12:B:1*Y*A*Y*Y~", "", service), .at = "CLM02"},
           {.segments = claim("CLM*DEMO-1125***12:B:1*Y*A*Y*Y~", "", service), .at = "CLM01"},
           {.segments = claim(clm, "", "SV1*HC:99213125*UN*1***1~DTP*472*D8*20260914~"), .at = "SV101"},
           {.segments = claim(clm, "", "SV1*HC:99213*125*UN1***1~DTP*472*D8*20260914~"), .at = "SV103"},
           {.segments = claim(clm, "", "SV1*HC:99213*125*UN*1***1~DTP*472*D820260914~"), .at = "DTP02"},
           {.segments = claim(clm, "", "SV1*HC:99213*125UN*1***1~DTP*472*D8*20260914~"), .at = "SV102"},
           {.segments = clm + "HI*ABK:Z9181ABF:E119~LX*1~" + service, .at = "HI01"},
           {.segments = clm + "HI*ABK:Z9181*ABF:R2681ABF:E119*ABF:I509~LX*1~" + service, .at = "HI02"},
       }});
}

TEST_CASE("SYN005: a separator that was lost is one finding, whatever else is one too early") {
  struct Lost {
    std::string right, wrong;
  };
  for (auto const& lost : std::vector<Lost>{{"NM1*85*2*DEMO", "NM1*85*2DEMO"},
                                            {"NM1*IL*1*DOE", "NM1*IL*1DOE"},
                                            {"NM1*PR*2*DEMO", "NM1*PR*2DEMO"},
                                            {"SBR*P*18", "SBR*P18"},
                                            {"DMG*D8*1950", "DMG*D81950"},
                                            {"PER*IC*DEMO BILLING", "PER*ICDEMO BILLING"},
                                            {"DEMO BILLING*TE*", "DEMO BILLINGTE*"},
                                            {"BHT*0019*00*", "BHT*001900*"}}) {
    auto const scrubbed = scrub_text(replaced(file_with(service), lost.right, lost.wrong));
    CHECK_MESSAGE(scrubbed.rules() == "SYN005", lost.wrong);
    CHECK(scrubbed.rows.size() == 1);
  }
}

TEST_CASE("SYN005: of diagnoses that ran into each other none is left out by a fix") {
  auto const file = file_with("CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:I509ABF:E119~LX*1~" + service);
  auto const scrubbed = scrub_text(file, with_unsafe_fixes());
  CHECK(scrubbed.rules() == "SYN005");
  CHECK(scrubbed.claims(Disposition::held) == 1);
}

}  // namespace
}  // namespace scrub837::test::syn005_separator_in_value_test
