#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::unl005_category_iii_first_test {
namespace {

std::string line(std::string const& description, std::string const& code = "99600") {
  return "SV1*HC:" + code + ":::::" + description + "*125*UN*1***1~";
}

TEST_CASE("UNL005 category-iii-first") {
  RuleCases cases;
  for (auto const* const other : {"COMPLEX WOUND CARE LEFT HEEL", "WOUND CARE COMPARABLE TO 97597",
                                  "WOUND CARE 45T LEFT HEEL", "WOUND 12345T CARE LEFT HEEL",
                                  // T for the time zone of a visit.
                                  "WOUND CARE LEFT HEEL 0900T-1130T", "WOUND CARE LEFT HEEL 0900T TO 1130T",
                                  "WOUND CARE LEFT HEEL 0900-1130T", "WOUND CARE LEFT HEEL 0900T - 1130"}) {
    cases.valid.push_back(line(other));
  }
  cases.valid.push_back(line("WOUND CARE 0999T", "99213"));
  for (auto const* const named :
       {"WOUND CARE 0999T", "wound care 0999t left heel", "CPT 0999T WOUND CARE",
        "SHOCK WAVE WOUND CARE 0512T", "SHOCK WAVE WOUND CARE 0512T-0513T",
        "SHOCK WAVE WOUND CARE 0512T/0513T", "WOUND CARE 0900T 45 MIN", "WOUND CARE 0972T-1130"}) {
    cases.invalid.push_back({.segments = line(named), .at = "SV101-7"});
  }
  cases.invalid.push_back({.segments = line("UNUSUAL DRUG GIVEN 0999T", "J3490"), .at = "SV101-7"});
  cases.invalid.push_back({.segments = line("COMPLEX WOUND CARE") + "NTE*ADD*SEE 0999T~", .at = "NTE02"});
  auto const dated = line("COMPLEX WOUND CARE") + "DTP*472*D8*20260914~";
  cases.invalid.push_back(
      {.segments = dated + "SV1*HC:0999T*125*UN*1***1~DTP*472*D8*20260914~", .at = "SV101-2"});
  cases.valid.push_back(dated + "SV1*HC:0999T*125*UN*1***1~DTP*472*D8*20260915~");
  rule_test("UNL005", cases);
}

}  // namespace
}  // namespace scrub837::test::unl005_category_iii_first_test
