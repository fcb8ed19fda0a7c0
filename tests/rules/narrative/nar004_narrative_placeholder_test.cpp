#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test {
namespace {

std::string line(std::string const& description) {
  return "SV1*HC:99600:::::" + description + "*125*UN*1***1~";
}

TEST_CASE("NAR004 narrative-placeholder") {
  RuleCases cases;
  for (auto const* const good :
       {"COMPLEX WOUND CARE LEFT HEEL 45 MIN", "CAREGIVER TRAINING TRACH SUCTION 40 MIN",
        "IV ANTIBIOTIC INFUSION TEACHING", "CURACI\xC3\x93N DE HERIDA TAL\xC3\x93N",
        "PALLIATIVE SYMPTOM MANAGEMENT 0900-1130", "WOUND CARE, SEE ATTACHED NOTES", "", "0900-1130",
        "RN 0900-1130", "0900-1130 JANE DOE", "SECOND WOUND CARE VISIT", "PLAN OF CARE REVIEW"}) {
    cases.valid.push_back(line(good));
  }
  cases.valid.emplace_back("SV1*HC:99213:::::SEE NOTES*125*UN*1***1~");
  cases.valid.emplace_back("SV1*HC:99600*125*UN*1***1~");
  for (auto const* const stub : {"99600",
                                 "CPT 99600",
                                 "UNLISTED",
                                 "UNLISTED HOME VISIT SERVICE OR PROCEDURE",
                                 "NOS",
                                 "NOC",
                                 "N/A",
                                 "NOT OTHERWISE SPECIFIED",
                                 "SEE NOTES",
                                 "SEE ATTACHED NOTES",
                                 "XXXXXXXXXXXX",
                                 "..........",
                                 "WOUND",
                                 "HOME VISIT",
                                 "AUTH 123456789",
                                 "AUTHORIZATION NUMBER A1234567",
                                 "CORRECTED CLAIM",
                                 "N400002879401",
                                 "TBD",
                                 "TO BE DETERMINED",
                                 "CODE NOT FOUND",
                                 "PENDING REVIEW",
                                 "PLEASE PROCESS",
                                 "-"}) {
    cases.invalid.push_back({.segments = line(stub), .at = "SV101-7"});
  }
  // Notes don't mend it: what is filled is not overwritten.
  cases.invalid.push_back(
      {.segments = line("SEE ATTACHED DOCUMENTS") + "NTE*ADD*COMPLEX WOUND CARE LEFT HEEL~",
       .at = "SV101-7"});
  cases.invalid.push_back({.segments = "SV1*HC:J3490:::::J3490*125*UN*1***1~", .at = "SV101-7"});
  rule_test("NAR004", cases);
}

TEST_CASE("NAR004: a warning holds nothing, and is asked for only with --optional-rows") {
  auto const file = file_with(line("SEE NOTES"));
  auto const scrubbed = scrub_text(file);
  CHECK(scrubbed.claims(Disposition::clean) == 1);
  CHECK(scrubbed.rows.empty());
  Settings settings;
  settings.optional_rows = true;
  auto const asked = scrub_text(file, settings);
  REQUIRE(asked.rows.size() == 1);
  CHECK(asked.rows[0].rule.find("NAR004") != std::string::npos);
  CHECK_FALSE(asked.rows[0].required);
}

}  // namespace
}  // namespace scrub837::test
