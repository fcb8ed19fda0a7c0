#include <doctest/doctest.h>

#include "scrub837/code_lists.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::cod008_state_test {
namespace {

std::string facility(std::string const& state, std::string const& country = "") {
  return "NM1*77*2*DEMO CLINIC*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*" + state + "*232190000" +
         (country.empty() ? "" : "*" + country) + "~";
}

TEST_CASE("COD008 state") {
  RuleCases cases{.valid = {facility("ON", "CA"), facility("YT", "CA"), facility("VA", "US"),
                            facility("XX", "FR"), facility("")},
                  .invalid = {
                      {.segments = facility("OX"), .at = "N402"},
                      {.segments = facility("ON"), .at = "N402"},
                      {.segments = facility("ON", "US"), .at = "N402"},
                      {.segments = facility("VA", "CA"), .at = "N402"},
                      {.segments = facility("V"), .at = "N402"},
                      {.segments = facility("VIR"), .at = "N402"},
                      {.segments = facility("11"), .at = "N402"},
                  }};
  constexpr std::string_view states =
      "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC "
      "ND OH "
      "OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI FM MH PW AA AE AP ";
  for (auto rest = states; !rest.empty(); rest.remove_prefix(3))
    cases.valid.push_back(facility(std::string(rest.substr(0, 2))));
  CHECK(cases.valid.size() == 5 + 51 + 8 + 3);
  rule_test("COD008", cases);
}

TEST_CASE("COD008: the state of an auto accident") {
  auto const accident = [](std::string const& place) {
    return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y**AA:::" + place +
           "~DTP*439*D8*20260801~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
  };
  rule_test("COD008", {.valid = {accident("OH"), accident("ON:CA"), accident("XX:FR"), accident(":MX")},
                       .invalid = {
                           {.segments = accident("ZZ"), .at = "CLM11-4"},
                           {.segments = accident("ON"), .at = "CLM11-4"},
                           {.segments = accident("OH:CA"), .at = "CLM11-4"},
                       }});
}

TEST_CASE("COD008: above the claims, and a state that the configuration adds") {
  auto file = file_with("");
  auto const at = file.find("*VA*");
  file.replace(at, 4, "*OX*");
  CHECK(found_of(scrub_text(file), "COD008").loop == "2010AA");
  auto lists = std::make_shared<CodeLists>();
  lists->add_code(CodeListKind::state, "OX");
  Settings settings;
  settings.code_lists = lists;
  CHECK(count_of(scrub_text(file, settings), "COD008") == 0);
}

}  // namespace
}  // namespace scrub837::test::cod008_state_test
