#include "src/report/mask.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace scrub837::test::mask_test {
namespace {

using Cases = std::vector<std::pair<std::string, std::string>>;

std::string masked(std::string_view segment) { return masked_segment(segment, Delimiters{}); }

void check_all(Cases const& cases) {
  for (auto const& one : cases) {
    CAPTURE(one.first);
    CHECK(masked(one.first) == one.second);
  }
}

}  // namespace

TEST_CASE("masking: codes, counts and control numbers stay, values don't") {
  check_all({
      {"ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       "
       "*260914*1200*^*00501*000000017*0*"
       "P*:",
       "ISA*00*xxxxxxxxxx*00*xxxxxxxxxx*ZZ*xxxxxxxxxxxxxxx*ZZ*xxxxxxxxxxxxxxx*260914*1200*^*00501*000000017*"
       "0*"
       "P*:"},
      {"GS*HC*SENDER*RECEIVER*20260914*1200*17*X*005010X222A1",
       "GS*HC*xxxxxx*xxxxxxxx*20260914*1200*17*X*005010X222A1"},
      {"ST*837*0001*005010X222A1", "ST*837*0001*005010X222A1"},
      {"BHT*0019*00*REF47*20260914*1200*CH", "BHT*0019*00*xxxxx*xxxxxxxx*xxxx*CH"},
      {"HL*12*1*22*0", "HL*12*1*22*0"},
      {"HL*1**20*1", "HL*1**20*1"},
      {"NM1*IL*1*DOE*JANE****MI*ABC123", "NM1*IL*1*xxx*xxxx****MI*xxxxxx"},
      {"PRV*BI*PXC*251E00000X", "PRV*BI*PXC*xxxxxxxxxx"},
      {"PER*IC*JANE DOE*TE*5551234567", "PER*IC*xxxxxxxx*xx*xxxxxxxxxx"},
      {"SBR*P*G8*******MC", "SBR*P*G8*******MC"},
      {"DMG*D8*19520608*F", "DMG*D8*xxxxxxxx*x"},
      {"REF*EI*123456789", "REF*EI*xxxxxxxxx"},
      {"CLM*ACCT-1*125***12:B:1*Y*A*Y*Y", "CLM*xxxxxx*xxx***12:B:1*Y*A*Y*Y"},
      {"PWK*NN*FX***AC*ACN1", "PWK*NN*FX***AC*xxxx"},
      {"NTE*ADD*WOUND CARE", "NTE*ADD*xxxxxxxxxx"},
      {"HI*ABK:I10^X", "HI*xxx:xxx^x"},
      {"AMT*F5*20.5", "AMT*F5*xxxx"},
      {"QTY*PT*2", "QTY*PT*x"},
      {"LX*12", "LX*12"},
      {"SV1*HC:99600:TD:U1::::WOUND CARE*125.5*UN*1.5*12**1:2:10:12",
       "SV1*HC:99600:TD:U1::::xxxxxxxxxx*xxxxx*UN*1.5*12**1:2:10:12"},
      {"SV1*HC:G0299*125*UN*1***1:2:3:4:5:6", "SV1*HC:G0299*xxx*UN*1***1:2:3:4:5:6"},
      {"SV1*HC:G0299*125*UN*-1*12**1", "SV1*HC:G0299*xxx*UN*-1*12**1"},
      {"DTP*472*RD8*20260101-20260102", "DTP*472*RD8*xxxxxxxxxxxxxxxxx"},
      {"SE*42*0001", "SE*42*0001"},
      {"GE*1*17", "GE*1*17"},
      {"IEA*1*000000017", "IEA*1*000000017"},
  });
}

TEST_CASE("masking: what stands in a code's place and does not look like one is masked") {
  check_all({
      {"NTE*JANE DOE HIV MEDICATION TEACHING", "NTE*xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
      {"NTE*AD*WOUND", "NTE*xx*xxxxx"},
      {"SV1*HC:99600:HIV MED TEACHING JANE DOE*125", "SV1*HC:99600:xxxxxxxxxxxxxxxxxxxxxxxxx*xxx"},
      {"SV1*HC:99600:TDX:U*125", "SV1*HC:99600:xxx:x*xxx"},
      {"SV1*HC:JANE*125", "SV1*HC:xxxx*xxx"},
      {"SV1*HC:996000*125", "SV1*HC:xxxxxx*xxx"},
      {"SV1*TXTINSV1", "SV1*xxxxxxxx"},
      {"SV1*HC:99600*125*UN*DOE*DOE**DOE:1", "SV1*HC:99600*xxx*UN*xxx*xxx**xxx:1"},
      {"SV1*HC:99600*125*UN*1.5.2*12**123:1", "SV1*HC:99600*xxx*UN*xxxxx*12**xxx:1"},
      {"SV1*HC:99600*125*UN*123456789", "SV1*HC:99600*xxx*UN*xxxxxxxxx"},
      {"SV1*HC:99600*125*UN*-*12", "SV1*HC:99600*xxx*UN*x*12"},
      {"PWK*JANE DOE NOTES", "PWK*xxxxxxxxxxxxxx"},
      {"PWK*NN*JANE DOE", "PWK*NN*xxxxxxxx"},
      {"PWK*NN*FX***JANE", "PWK*NN*FX***xxxx"},
      {"NM1*DOEX*JOHNX*Y", "NM1*xxxx*xxxxx*x"},
      {"NM1*IL*DOE*JANE", "NM1*IL*xxx*xxxx"},
      {"NM1*il*1*Y", "NM1*xx*1*x"},
      {"DMG*19520608", "DMG*xxxxxxxx"},
      {"DTP*20240103", "DTP*xxxxxxxx"},
      {"DTP*472*20240103", "DTP*472*xxxxxxxx"},
      {"DTP*DOE*D8", "DTP*xxx*D8"},
      {"REF*REFONLY", "REF*xxxxxxx"},
      {"AMT*20.5", "AMT*xxxx"},
      {"CLM*A*1***DOE:BOX:17*YES*NO*JANE*1952", "CLM*x*x***xxx:xxx:xx*xxx*xx*xxxx*xxxx"},
      {"SBR*18*DOE", "SBR*xx*xxx"},
      {"HL*DOE*JANE", "HL*xxx*xxxx"},
      {"SE*DOE*JANE DOE", "SE*xxx*xxxxxxxx"},
      {"SE*42*JANE", "SE*42*xxxx"},
      {"ST*DOE*JANE*JANEDOE", "ST*xxx*xxxx*xxxxxxx"},
      {"GS*HC*S*R*JANE*DOE*DOE*DOE*JANEDOE", "GS*HC*x*x*xxxx*xxx*xxx*xxx*xxxxxxx"},
  });
}

TEST_CASE("masking: of a control number only digits and blanks are shown, whoever padded the rest") {
  for (std::string const number :
       {"MILLERS", "00MILLERS", "MILLERS 1", "A1", "0000-0017", "0x17", "1234567890"}) {
    std::string const hidden(number.size(), 'x');
    check_all({
        {"ISA*00**00**ZZ*A*ZZ*B*260914*1200*^*00501*" + number + "*0*P*:",
         "ISA*00**00**ZZ*x*ZZ*x*260914*1200*^*00501*" + hidden + "*0*P*:"},
        {"IEA*1*" + number, "IEA*1*" + hidden},
        {"GS*HC*S*R*20260914*1200*" + number + "*X", "GS*HC*x*x*20260914*1200*" + hidden + "*X"},
        {"GE*1*" + number, "GE*1*" + hidden},
        {"ST*837*" + number, "ST*837*" + hidden},
        {"SE*42*" + number, "SE*42*" + hidden},
    });
    CHECK_FALSE(is_control_number(number));
  }
  check_all({{"IEA*1*17       ", "IEA*1*17       "}, {"SE*42*  0001", "SE*42*  0001"}});
}

TEST_CASE("masking: a version and a procedure are shown in their own form alone") {
  check_all({
      {"GS*HC*S*R*20260914*1200*17*X*JANEDOE1952", "GS*HC*x*x*20260914*1200*17*X*xxxxxxxxxxx"},
      {"ST*837*0001*005010X222", "ST*837*0001*005010X222"},
      {"ST*837*0001*005010JANEDO", "ST*837*0001*xxxxxxxxxxxx"},
      {"SV1*HC:J3490*125", "SV1*HC:J3490*xxx"},
      {"SV1*HC:0001F*125", "SV1*HC:0001F*xxx"},
      {"SV1*HC:9960*125", "SV1*HC:9960*xxx"},
      {"SV1*HC:JOHN1*125", "SV1*HC:xxxxx*xxx"},
      {"SV1*HC:JD195*125", "SV1*HC:xxxxx*xxx"},
      {"SV1*HC:A*125", "SV1*HC:x*xxx"},
  });
}

TEST_CASE("masking: a separator within a text does not make a code of its parts") {
  check_all({
      {"NTE*HIV: JANE DOE", "NTE*xxx:xxxxxxxxx"},
      {"NTE*ADD^HIV", "NTE*xxx^xxx"},
      {"REF*G2:DOE", "REF*xx:xxx"},
      {"SV1*HC:99600^JANE", "SV1*HC:99600^xxxx"},
  });
}

TEST_CASE("masking: a segment whose id is none") {
  check_all({
      {"JANE DOE*SICK", "xxxxxxxx*xxxx"},
      {"ZZZ*SICK:X", "ZZZ*xxxx:x"},
      {"jo*SICK", "xx*xxxx"},
      {"", ""},
      {"*DOE", "*xxx"},
  });
}

TEST_CASE("masking: separators and length stay, whatever the delimiters") {
  Delimiters const odd{.element = '|', .component = '>', .repetition = '\0', .terminator = '\n'};
  CHECK(masked_segment("SV1|HC>99600>TD>JANE DOE|125|UN|1|12||1>2", odd) ==
        "SV1|HC>99600>TD>xxxxxxxx|xxx|UN|1|12||1>2");
  CHECK(masked_segment("NTE|JANE*DOE:X^Y|", odd) == "NTE|xxxxxxxxxxxx|");
  CHECK(masked_segment("NTE|ADD\n", odd) == "NTE|xxxx");

  Delimiters const usual;
  auto const is_separator = [&](char byte) { return usual.contains(byte); };
  for (std::string const segment :
       {"SV1*:*^*JANE::*", "NM1***", "HI*A:B^C:D**", "XXXX*:^*", "CLM*::::*A:B:C:D^E"}) {
    CAPTURE(segment);
    auto const shown = masked(segment);
    REQUIRE(shown.size() == segment.size());
    for (std::size_t i = 0; i < segment.size(); ++i) {
      CHECK(is_separator(shown[i]) == is_separator(segment[i]));
      CHECK((shown[i] == segment[i] || shown[i] == 'x'));
    }
  }
}

TEST_CASE("masking: a value alone") {
  CHECK(masked_value("JANE DOE") == "xxxxxxxx");
  CHECK(masked_value("").empty());
}

}  // namespace scrub837::test::mask_test
