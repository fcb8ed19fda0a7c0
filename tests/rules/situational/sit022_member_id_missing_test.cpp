#include <doctest/doctest.h>

#include "tests/rules/situational/household_file.hpp"
#include "tests/support/rule_test.hpp"
#include "tests/worklist/rerun_rounds.hpp"

namespace scrub837::test::sit022_member_id_missing_test {
namespace {

Fill typed(std::string const& id) {
  return [id](FilledRow& row) { row.value = id; };
}

TEST_CASE("SIT022 member-id-missing") {
  rule_test("SIT022", {.valid =
                           {
                               "",
                               "NM1*IL*1*DOE*JANE****MI*DEMO0001~",
                               "NM1*IL*1*DOE*JANE*****DEMO0001~",
                               "NM1*IL*2*DEMO EMPLOYER~",
                               "NM1*IL**DOE*JANE~",
                               // Another payer's subscriber is not 2010BA.
                               "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~SBR*S*18*******CI~OI***Y***Y~"
                               "NM1*IL*1*DOE*JANE~NM1*PR*2*OTHER PAYER*****PI*P1~LX*1~"
                               "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
                           },
                       .invalid = {
                           {.segments = "NM1*IL*1*DOE*JANE~", .at = "NM109"},
                           {.segments = "NM1*IL*1*DOE*JANE****MI~", .at = "NM109"},
                           {.segments = "NM1*IL*1*DOE*JANE****MI*~", .at = "NM109"},
                           {.segments = "NM1*IL*1~", .at = "NM109"},
                       }});
}

TEST_CASE("SIT022: the id typed goes into NM109, MI into NM108, and all claims go out") {
  for (std::string const name : {"NM1*IL*1*DOE*JANE", "NM1*IL*1*DOE*JANE****MI", "NM1*IL*1*DOE*JANE*****"}) {
    CAPTURE(name);
    auto const file = [&](std::string const& nm1) {
      return "HL*1**20*1~NM1*85*2*DEMO HOME CARE*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~"
             "REF*EI*123456789~HL*2*1*22*0~SBR*P*18*******CI~" +
             nm1 + "~" + subscriber_address + subscriber_birth + "NM1*PR*2*DEMO PAYER*****PI*PAYER01~" +
             listed_claim("A") + listed_claim("B");
    };
    auto const round = go_round(file(name), typed("DEMO0001"));
    CHECK(round.first.claims(Disposition::held) == 2);
    REQUIRE(round.first.rows.size() == 1);
    CHECK(round.first.rows[0].loop == "2010BA");
    CHECK(round.first.rows[0].element == "NM109");
    CHECK(round.first.rows[0].needed.find("insurance card") != std::string::npos);
    CHECK(round.second.claims(Disposition::clean) == 2);
    CHECK(difference(round.second.clean, sent(file("NM1*IL*1*DOE*JANE****MI*DEMO0001"))) == "");
  }
}

TEST_CASE("SIT022: what says nothing is refused, and the claim stays held") {
  auto const round = go_round("NM1*IL*1*DOE*JANE~SV1*HC:99213*125*UN*1***1~", typed("N/A"));
  CHECK(round.second.claims(Disposition::held) == 1);
  CHECK(round.results.at(0).state == RowResult::State::refused);
  CHECK(round.second.rows.size() == 1);
}

}  // namespace
}  // namespace scrub837::test::sit022_member_id_missing_test
