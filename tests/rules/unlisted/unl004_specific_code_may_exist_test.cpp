#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test {
namespace {

std::string line(std::string const& description, std::string const& code = "99600") {
  return "SV1*HC:" + code + ":::::" + description + "*125*UN*1***1~DTP*472*D8*20260914~";
}

TEST_CASE("UNL004 specific-code-may-exist") {
  RuleCases cases;
  for (auto const* const other :
       {"COMPLEX WOUND CARE LEFT HEEL 45 MIN", "COMPREHENSIVE CHRONIC ILLNESS ASSESSMENT CHF COPD",
        "CAREGIVER TRAINING TRACH SUCTION", "MEDICATION MANAGEMENT BY PHYSICIAN",
        "PALLIATIVE SYMPTOM MANAGEMENT", "HOME SAFETY ASSESSMENT FALL RISK",
        "NUTRITIONAL COUNSELING RENAL DIET", "TELEHEALTH CONSULT DURING VISIT",
        "NO CATHETER CARE DRESSING CHANGED", "WOUND CARE WITHOUT OSTOMY CARE",
        "CATHETER CARE NOT DONE WOUND CHECK", "WOUND CARE COMPARABLE TO 99509",
        "WOUND CARE SIMILAR TO CATHETER CARE", "TRACHEOSTOMY CARE", "ASSESSMENT OF PATIENT ON OXYGEN",
        "S/P CARDIAC CATHETER ASSESSMENT"}) {
    cases.valid.push_back(line(other));
  }
  cases.valid.push_back(line("FOLEY CATHETER CHANGE", "99213"));
  cases.valid.push_back(line("INFUSION DRUG NOT LISTED", "J3490"));
  for (auto const* const listed :
       {"FOLEY CATHETER CHANGE", "catheter care", "OSTOMY TEACHING", "VENTILATOR CARE", "NEWBORN ASSESSMENT",
        "POSTPARTUM VISIT MOTHER", "PRENATAL ASSESSMENT", "B12 IM INJECTION", "FECAL IMPACTION REMOVAL",
        "HOME HEMODIALYSIS SESSION", "IV ANTIBIOTIC INFUSION 2 HRS", "PHYSICAL THERAPY POST KNEE",
        "GRIEF COUNSELING SPOUSE", "WOUND CARE, CATHETER CARE"}) {
    cases.invalid.push_back({.segments = line(listed), .at = "SV101-7"});
  }
  cases.invalid.push_back(
      {.segments = line("COMPLEX WOUND CARE") + "NTE*ADD*AND FOLEY CATHETER CHANGED~", .at = "NTE02"});
  // A listed visit beside it on the same day, not on another.
  auto const beside = "SV1*HC:99507*125*UN*1***1~DTP*472*D8*20260914~";
  cases.invalid.push_back({.segments = line("COMPLEX WOUND CARE") + beside, .at = "SV101-2"});
  cases.invalid.push_back(
      {.segments = "SV1*HC:99507*125*UN*1***1~DTP*472*RD8*20260901-20260930~" + line("COMPLEX WOUND CARE"),
       .at = "SV101-2"});
  cases.valid.push_back(line("COMPLEX WOUND CARE") + "SV1*HC:99507*125*UN*1***1~DTP*472*D8*20260915~");
  cases.valid.push_back(line("COMPLEX WOUND CARE") + "SV1*HC:G0299*125*UN*1***1~DTP*472*D8*20260914~");
  rule_test("UNL004", cases);
}

TEST_CASE("UNL004 names the code, and only one that was in use on the day") {
  auto const found = found_of(scrub_text(file_with(line("FOLEY CATHETER CHANGE"))), "UNL004");
  CHECK(found.message.find("99507") != std::string::npos);
  auto const old = "SV1*HC:99600:::::RN VISIT WOUND CARE*125*UN*1***1~DTP*472*D8*20151231~";
  CHECK(count_of(scrub_text(file_with(old)), "UNL004") == 0);
  auto const today = "SV1*HC:99600:::::RN VISIT WOUND CARE*125*UN*1***1~DTP*472*D8*20160101~";
  CHECK(count_of(scrub_text(file_with(today)), "UNL004") == 1);
}

}  // namespace
}  // namespace scrub837::test
