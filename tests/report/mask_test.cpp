#include "src/report/mask.hpp"

#include <doctest/doctest.h>

namespace scrub837::test {
namespace {

std::string masked(std::string_view segment) { return masked_segment(segment, Delimiters{}); }

TEST_CASE("masking: codes, counts and control numbers stay, values don't") {
  CHECK(masked("SV1*HC:99600:TD:U1::::WOUND CARE*125.5*UN*1.5*12**1:2") ==
        "SV1*HC:99600:TD:U1::::xxxxxxxxxx*xxxxx*UN*1.5*12**1:2");
  CHECK(masked("NM1*IL*1*DOE*JANE****MI*ABC123") == "NM1*IL*1*xxx*xxxx****MI*xxxxxx");
  CHECK(masked("CLM*ACCT-1*125***12:B:1*Y*A*Y*Y") == "CLM*xxxxxx*xxx***12:B:1*Y*A*Y*Y");
  CHECK(masked("PWK*NN*FX***AC*ACN1") == "PWK*NN*FX***AC*xxxx");
  CHECK(masked("NTE*ADD*WOUND CARE") == "NTE*ADD*xxxxxxxxxx");
  CHECK(masked("DTP*472*RD8*20260101-20260102") == "DTP*472*RD8*xxxxxxxxxxxxxxxxx");
  CHECK(masked("DMG*D8*19520608*F") == "DMG*D8*xxxxxxxx*x");
  CHECK(masked("HL*12*1*22*0") == "HL*12*1*22*0");
  CHECK(masked("SE*42*0001") == "SE*42*0001");
  CHECK(masked("GS*HC*SENDER*RECEIVER*20260914*1200*17*X*005010X222A1") ==
        "GS*HC*xxxxxx*xxxxxxxx*20260914*1200*17*X*005010X222A1");
  CHECK(masked("HI*ABK:I10^X") == "HI*xxx:xxx^x");
}

TEST_CASE("masking: a value that stands in a code's place is masked") {
  for (auto const& [segment, expected] : {
           std::pair{"NTE*JANE DOE HIV TEACHING", "NTE*xxxxxxxxxxxxxxxxxxxxx"},
           std::pair{"SV1*HC:99600:JANE DOE*125", "SV1*HC:99600:xxxxxxxx*xxx"},
           std::pair{"SV1*TXTINSV1", "SV1*xxxxxxxx"},
           std::pair{"PWK*JANE DOE NOTES", "PWK*xxxxxxxxxxxxxx"},
           std::pair{"PWK*NN*JANE DOE", "PWK*NN*xxxxxxxx"},
           std::pair{"PWK*NN*FX***JANE", "PWK*NN*FX***xxxx"},
           std::pair{"NM1*DOEX*JOHNX*Y", "NM1*xxxx*xxxxx*x"},
           std::pair{"NM1*il*1*Y", "NM1*xx*1*x"},
           std::pair{"DMG*19520608", "DMG*xxxxxxxx"},
           std::pair{"DTP*20240103", "DTP*xxxxxxxx"},
           std::pair{"REF*REFONLY", "REF*xxxxxxx"},
           std::pair{"HL*DOE", "HL*xxx"},
           std::pair{"SE*DOE*JANE DOE", "SE*xxx*xxxxxxxx"},
           std::pair{"SV1*HC:99600*125*UN*DOE*DOE", "SV1*HC:99600*xxx*UN*xxx*xxx"},
           std::pair{"JANE DOE*SICK", "xxxxxxxx*xxxx"},
       }) {
    CHECK(masked(segment) == expected);
  }
}

}  // namespace
}  // namespace scrub837::test
