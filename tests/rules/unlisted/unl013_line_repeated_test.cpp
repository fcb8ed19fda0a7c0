#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::unl013_line_repeated_test {
namespace {

std::string const wound = "COMPLEX WOUND CARE LEFT HEEL 45 MIN";

std::string line(std::string const& service, std::string const& charge = "125",
                 std::string const& date = "D8*20260914") {
  return "SV1*HC:" + service + "*" + charge + "*UN*1***1~DTP*472*" + date + "~";
}

TEST_CASE("UNL013 line-repeated") {
  auto const visit = line("99600:TD::::" + wound);
  auto const note = [](std::string const& text) { return line("99600") + "NTE*ADD*" + text + "~"; };
  auto const rendered = [](std::string const& npi) { return "NM1*82*1*ROE*ANN****XX*" + npi + "~"; };
  auto const drug = line("J1885") + "LIN**N4*12345678901~CTP****1*ML~";
  RuleCases cases;
  cases.valid = {
      visit,
      visit + line("99600:TE::::" + wound),
      visit + line("99600:TD:76:::" + wound),
      visit + line("99600:TD::::" + wound, "130"),
      visit + line("99600:TD::::" + wound, "125", "D8*20260915"),
      visit + line("99600:TD::::" + wound, "125", "RD8*20260914-20260915"),
      visit + line("99600:TD::::WOUND CARE SACRUM 30 MIN"),
      line("99213") + line("99214"),
      line("99213") + line("99213:25"),
      line("99213") + line("99213", "125", "D8*20260915"),
      line("T1999:::::BATH CHAIR") + line("T1999:::::RAISED TOILET SEAT"),
      // Two vials of one drug; a service without a code.
      drug + drug,
      "SV1*ER:99600*125*UN*1***1~DTP*472*D8*20260914~SV1*ER:99600*125*UN*1***1~DTP*472*D8*20260914~",
      "CLM*DEMO-1*250***12:B:8*Y*A*Y*Y~REF*F8*123~HI*ABK:Z9181~LX*1~" + visit + "LX*2~" + visit,
      note(wound) + note("WOUND CARE SACRUM 30 MIN"),
      // Another provider, or another place.
      line("99213") + rendered("1093817462") + line("99213") + rendered("1245319599"),
      line("99213") + line("99213") + rendered("1245319599"),
      line("99213") + "SV1*HC:99213*125*UN*1*11**1~DTP*472*D8*20260914~",
  };
  cases.invalid = {
      {.segments = visit + visit, .at = "SV101-2"},
      {.segments = visit + visit + visit, .at = "SV101-2", .times = 2},
      {.segments = visit + line("99600:TD::::complex  wound care left heel 45 min"), .at = "SV101-2"},
      {.segments = visit + line("99600:TD::::" + wound, "125.00"), .at = "SV101-2"},
      {.segments = visit + line("99600:TD::::" + wound, "125", "RD8*20260914-20260914"), .at = "SV101-2"},
      {.segments = visit + line("99213") + visit, .at = "SV101-2"},
      {.segments = line("99213") + line("99213"), .at = "SV101-2"},
      {.segments = line("99213:25") + line("99213:25:"), .at = "SV101-2"},
      {.segments = note(wound) + note(wound), .at = "SV101-2"},
      {.segments = line("99213") + rendered("1093817462") + line("99213") + rendered("1093817462"),
       .at = "SV101-2"},
      // What is said of the claim is said of its lines.
      {.segments = line("99213") + "SV1*HC:99213*125*UN*1*12**1~DTP*472*D8*20260914~", .at = "SV101-2"},
      {.segments = line("99213") + line("99213") + rendered("1234567893"), .at = "SV101-2"},
      {.segments = line("99600") + line("99600"), .at = "SV101-2"},
      {.segments = line("E1399:::::BATH CHAIR") + line("E1399:::::BATH CHAIR"), .at = "SV101-2"},
  };
  rule_test("UNL013", cases);
}

TEST_CASE("UNL013 names the first such line, among many too") {
  std::string lines;
  for (int i = 0; i < 40; ++i) lines += line("99213", std::to_string(100 + i));
  lines += line("99213", "105");
  auto const found = findings_of(scrub_text(file_with(lines)), "UNL013");
  REQUIRE(found.size() == 1);
  CHECK(found[0].line_index == 41);
  CHECK(found[0].message.find("line 6.") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::unl013_line_repeated_test
