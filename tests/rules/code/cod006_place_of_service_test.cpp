#include <doctest/doctest.h>

#include "tests/rules/code/loaded_lists.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::cod006_place_of_service_test {
namespace {

std::string at(std::string const& place) { return "SV1*HC:99213*125*UN*1*" + place + "**1~"; }
std::string claim(std::string const& place) {
  return "CLM*DEMO-1*125***" + place +
         ":B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
}

TEST_CASE("COD006 place-of-service") {
  RuleCases cases{.valid = {claim("11"), claim("10"), at("")},
                  .invalid = {
                      {.segments = at("91"), .at = "SV105"},
                      {.segments = at("00"), .at = "SV105"},
                      {.segments = at("28"), .at = "SV105"},
                      {.segments = at("1"), .at = "SV105"},
                      {.segments = at("011"), .at = "SV105"},
                      {.segments = at("1A"), .at = "SV105"},
                      {.segments = at("AL"), .at = "SV105"},
                      {.segments = claim("35"), .at = "CLM05-1"},
                      {.segments = claim("1"), .at = "CLM05-1"},
                  }};
  // The list of CMS.
  constexpr std::string_view places =
      "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 31 32 33 34 41 42 49 "
      "50 "
      "51 52 53 54 55 56 57 58 60 61 62 65 66 71 72 81 99 ";
  for (auto rest = places; !rest.empty(); rest.remove_prefix(3))
    cases.valid.push_back(at(std::string(rest.substr(0, 2))));
  CHECK(cases.valid.size() == 3 + 52);
  rule_test("COD006", cases);
}

TEST_CASE("COD006: a list that was loaded replaces the built-in one, and the configuration adds codes") {
  auto settings = with_list(
      "Place of Service Code(s),Place of Service Name\n1,a\n11,b\n67,c\n28-30,Unassigned\n", "pos.csv");
  CHECK(count_of(scrub_text(file_with(claim("11")), settings), "COD006") == 0);
  CHECK(count_of(scrub_text(file_with(claim("67")), settings), "COD006") == 0);
  CHECK(count_of(scrub_text(file_with(claim("01")), settings), "COD006") == 0);
  CHECK(count_of(scrub_text(file_with(claim("12")), settings), "COD006") == 1);
  auto lists = std::make_shared<CodeLists>();
  lists->add_code(CodeListKind::place_of_service, "67");
  settings.code_lists = lists;
  CHECK(count_of(scrub_text(file_with(claim("67")), settings), "COD006") == 0);
  CHECK(count_of(scrub_text(file_with(claim("12")), settings), "COD006") == 0);
  CHECK(count_of(scrub_text(file_with(claim("68")), settings), "COD006") == 1);
}

TEST_CASE("COD006: another component separator is a fault of the interchange, not of the place") {
  auto const file = replaced(file_with(claim("12")), "12:B:1", "12>B>1");
  CHECK(count_of(scrub_text(file), "COD006") == 0);
}

}  // namespace
}  // namespace scrub837::test::cod006_place_of_service_test
