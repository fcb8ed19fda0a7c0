#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::nar010_narrative_lacks_detail_test {
namespace {

std::string line(std::string const& description, std::string const& code = "99600") {
  return "SV1*HC:" + code + ":::::" + description + "*125*UN*1***1~";
}

TEST_CASE("NAR010 narrative-lacks-detail") {
  RuleCases cases;
  for (auto const* const detailed :
       {"COMPLEX WOUND CARE LEFT HEEL", "CAREGIVER TRAINING TRACH", "PALLIATIVE SYMPTOM MGMT",
        "DIABETIC FOOT ULCER 30 MIN", "DIABETIC FOOT ULCER 0900-1130", "FOOT ULCER X 3",
        "FOOT ULCER 3X LEFT HEEL", "ULCER LEFT HEEL 4 CM", "PATIENT SEEN TWICE HYPERTENSION",
        "PT GAIT POST KNEE", "CURACION DE HERIDA TALON", "wound dressing changed",
        "MEDICATION RECONCILIATION", "DRSG CHG LEFT HEEL"}) {
    cases.valid.push_back(line(detailed));
  }
  cases.valid.push_back(line("DIABETIC FOOT ULCER PATIENT HOMEBOUND", "99213"));  // a listed code
  cases.valid.push_back(line("SEE NOTES"));                                       // NAR004 speaks of it
  cases.valid.emplace_back("SV1*HC:99600*125*UN*1***1~");                         // NAR001
  cases.valid.push_back(line("DIABETIC FOOT ULCER", "J3490") + "LIN**N4*12345678901~CTP****1*ML~");  // a drug
  cases.valid.push_back(line("DIABETIC FOOT ULCER: DEBRIDED, 45 MIN"));                              // NAR013
  cases.valid.push_back(line("NO SHOW PATIENT NOT HOME"));                                           // NAR014
  for (auto const* const vague : {"DIABETIC FOOT ULCER PATIENT HOMEBOUND", "HYPERTENSION AND HEART FAILURE",
                                  "STAGE 4 PRESSURE ULCER SACRUM", "ALZHEIMERS DISEASE"}) {
    cases.invalid.push_back({.segments = line(vague), .at = "SV101-7"});
  }
  // Other codes: advice; and none where a name is enough.
  cases.invalid.push_back(
      {.segments = line("DIABETIC FOOT ULCER", "J3490"), .at = "SV101-7", .severity = "info"});
  cases.invalid.push_back(
      {.segments = line("DIABETIC FOOT ULCER", "17999"), .at = "SV101-7", .severity = "info"});
  for (auto const* const item : {"A9999", "B9999", "E1399", "K0108", "L2999"})
    cases.valid.push_back(line("CUSTOM FOOT ORTHOSIS", item));
  // How the patient lives is no act, though PT could be a therapy.
  cases.invalid.push_back({.segments = line("PT HOMEBOUND, LIVES ALONE"), .at = "SV101-7"});
  // The note is the narrative where a person has to shorten it.
  cases.invalid.push_back(
      {.segments = "SV1*HC:99600*125*UN*1***1~NTE*DCP*DIABETIC FOOT ULCER HOMEBOUND~", .at = "NTE02"});
  rule_test("NAR010", cases);
}

}  // namespace
}  // namespace scrub837::test::nar010_narrative_lacks_detail_test
