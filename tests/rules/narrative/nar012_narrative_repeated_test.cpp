#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::nar012_narrative_repeated_test {
namespace {

std::string dated(std::string const& description, std::string const& day, std::string const& charge = "125",
                  std::string const& code = "99600") {
  return "SV1*HC:" + code + ":::::" + description + "*" + charge + "*UN*1***1~DTP*472*D8*" + day + "~";
}

TEST_CASE("NAR012 narrative-repeated") {
  std::string const wound = "COMPLEX WOUND CARE LEFT HEEL 45 MIN";
  RuleCases cases;
  cases.valid = {
      dated(wound, "20260914"),
      dated(wound, "20260914") + dated("WOUND CARE SACRUM 45 MIN", "20260915"),
      // Two lines of one day and charge are the same work.
      dated(wound, "20260914") + dated(wound, "20260914"),
      dated(wound, "20260914") + dated(wound, "20260914", "125.00"),
      // Visit times are no text: NAR005 speaks of them.
      dated("0900-1130", "20260914") + dated("0900-1130", "20260915"),
      dated(wound, "20260914", "125", "99213") + dated(wound, "20260915", "125", "99213"),
      dated(wound, "20260914", "125", "99213") + dated(wound, "20260915"),
      "SV1*HC:99600*125*UN*1***1~DTP*472*D8*20260914~SV1*HC:99600*125*UN*1***1~DTP*472*D8*20260915~",
      dated("  ", "20260914") + dated("  ", "20260915"),
  };
  auto const drug = [](std::string const& day) {
    return dated("UNUSUAL DRUG 20 MG", day, "125", "J3490") + "LIN**N4*12345678901~CTP****1*ML~";
  };
  cases.valid.push_back(drug("20260914") + drug("20260915"));
  cases.invalid = {
      {.segments = dated(wound, "20260914") + dated(wound, "20260915"), .at = "SV101-7"},
      {.segments = dated(wound, "20260914") + dated(wound, "20260914", "130"), .at = "SV101-7"},
      // A stub is a text; NAR004 speaks of what it says, this of its standing twice.
      {.segments = dated("SEE NOTES", "20260914") + dated("SEE NOTES", "20260915"), .at = "SV101-7"},
      {.segments = dated(wound, "20260914") + dated("complex wound  care left heel 45 min", "20260915"),
       .at = "SV101-7"},
      {.segments = dated(wound, "20260914") + dated(wound, "20260915") + dated(wound, "20260916"),
       .at = "SV101-7",
       .times = 2},
      {.segments =
           dated(wound, "20260914") + dated("CAREGIVER TRAINING", "20260915") + dated(wound, "20260916"),
       .at = "SV101-7"},
  };
  rule_test("NAR012", cases);
}

}  // namespace
}  // namespace scrub837::test::nar012_narrative_repeated_test
