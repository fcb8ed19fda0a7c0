#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::nar011_comparable_code_missing_test {
namespace {

std::string line(std::string const& description, std::string const& code = "99600") {
  return "SV1*HC:" + code + ":::::" + description + "*125*UN*1***1~";
}

TEST_CASE("NAR011 comparable-code-missing") {
  auto const plain = line("COMPLEX WOUND CARE LEFT HEEL 45 MIN");
  RuleCases cases;
  for (auto const* const cited :
       {"WOUND CARE LEFT HEEL COMPARABLE TO 97597", "WOUND CARE SIMILAR TO CPT 97597", "TRACH CARE CF S9123",
        "wound care like 0999t"}) {
    cases.valid.push_back(line(cited));
  }
  cases.valid.push_back(plain + "NTE*ADD*COMPARABLE TO 97597~");
  cases.valid.emplace_back("CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~NTE*ADD*COMPARABLE TO 97597~HI*ABK:Z9181~LX*1~" +
                           plain + "DTP*472*D8*20260914~");
  cases.valid.push_back(line("COMPLEX WOUND CARE", "99213"));
  cases.valid.emplace_back("SV1*HC:99600*125*UN*1***1~");  // NAR001 speaks of it
  cases.valid.push_back(line("SEE NOTES"));
  cases.valid.push_back(line("UNUSUAL DRUG 20 MG", "J3490") + "LIN**N4*12345678901~CTP****1*ML~");
  cases.invalid.push_back({.segments = plain, .at = "SV101-7"});
  // The code itself is no comparison.
  cases.invalid.push_back({.segments = line("99600 COMPLEX WOUND CARE LEFT HEEL"), .at = "SV101-7"});
  // Another line's note is not this line's.
  cases.invalid.push_back({.segments = plain + "DTP*472*D8*20260914~" + line("CAREGIVER TRAINING TRACH") +
                                       "DTP*472*D8*20260914~NTE*ADD*COMPARABLE TO 97597~",
                           .at = "SV101-7"});
  rule_test("NAR011", cases);
}

TEST_CASE("NAR011: where the payer requires the code, a text of a few letters does not replace it") {
  RuleCases cases;
  cases.profile = "codes.99600.comparable_code = 'required'";
  for (auto const* const few : {"STAIRS", "THERAPY", "WOUND CARE", "COMPLEX WOUND CARE LEFT HEEL 45 MIN"})
    cases.invalid.push_back({.segments = line(few), .at = "SV101-7", .severity = "error"});
  cases.valid.push_back(line("WOUND CARE COMPARABLE TO 97597"));
  cases.valid.push_back(line("SEE NOTES"));  // NAR004 holds it
  rule_test("NAR011", cases);
}

TEST_CASE("NAR011: advice is counted, and listed only with --info") {
  auto const file = file_with(line("COMPLEX WOUND CARE LEFT HEEL 45 MIN"));
  auto const quiet = scrub_text(file);
  CHECK(quiet.claims(Disposition::clean) == 1);
  CHECK(quiet.outcome.totals.by_rule.at("NAR011") == 1);
}

}  // namespace
}  // namespace scrub837::test::nar011_comparable_code_missing_test
