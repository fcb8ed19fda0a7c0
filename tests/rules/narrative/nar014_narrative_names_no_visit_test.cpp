#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::nar014_narrative_names_no_visit_test {
namespace {

std::string line(std::string const& description, std::string const& notes = "") {
  return "SV1*HC:99600" + (description.empty() ? "" : ":::::" + description) + "*125*UN*1***1~" + notes;
}

TEST_CASE("NAR014 narrative-names-no-visit") {
  RuleCases cases;
  for (auto const* const good :
       {"COMPLEX WOUND CARE LEFT HEEL 45 MIN", "PT REFUSED SHOWER, BED BATH GIVEN AND LINENS CHANGED",
        "HOUSE CALL, FOLEY CATHETER CHANGED", "WOUND CARE L HEEL, PT ON CALL WITH HOSPICE",
        "CATHETER CHANGED, CALLED MD WITH RESULTS", "CURACION DE HERIDA TALON IZQUIERDO 45 MIN", "",
        "RN IN HOME, CARDIOLOGIST BY VIDEO - ORTHOSTATIC BP AND LUNG SOUNDS, 40 MIN"}) {
    cases.valid.push_back(line(good));
  }
  cases.valid.emplace_back("SV1*HC:J3490:::::NO SHOW PATIENT NOT HOME*125*UN*1***1~");
  for (auto const* const bad :
       {"NO SHOW", "PT NOT HOME, WAITED 20 MIN", "VISIT REFUSED BY PATIENT",
        "ATTEMPTED VISIT NO ANSWER AT DOOR", "VISIT CANCELED BY FAMILY", "SN VISIT MISSED, PT IN HOSPITAL",
        "WOUND CARE NOT DONE, NO ANSWER", "WOUND CARE, NO SHOW", "PACIENTE NO ESTABA EN CASA",
        "VISITA CANCELADA POR LA FAMILIA", "NADIE CONTESTO LA PUERTA"}) {
    cases.invalid.push_back({.segments = line(bad), .at = "SV101-7"});
  }
  for (auto const* const bad : {"PHONE CALL TO DAUGHTER 15 MIN", "CALLED PATIENT TO REVIEW LABS",
                                "REMOTE MONITORING OF VITALS 30 DAYS", "TELEHEALTH WOUND ASSESSMENT",
                                "LLAMADA TELEFONICA A LA HIJA"}) {
    cases.invalid.push_back({.segments = line(bad), .at = "SV101-7", .severity = "warning"});
  }
  // NAR013 speaks of the cut text.
  cases.valid.push_back(line("SAW PT FOR MISSED DOSE: GAVE ERTAPENEM 1 G IV, 60 MIN"));
  cases.invalid.push_back(
      {.segments = line("COMPLEX WOUND CARE LEFT HEEL 45 MIN", "NTE*ADD*NO SHOW, NOT HOME~"), .at = "NTE02"});
  cases.invalid.push_back({.segments = line("", "NTE*ADD*PT NOT HOME, WAITED 20 MIN~"), .at = "NTE02"});
  rule_test("NAR014", cases);
}

TEST_CASE("NAR014: what was not needed, and who else was out, is no word against the visit") {
  RuleCases cases;
  for (auto const* const good :
       {"WOUND CARE L HEEL 45 MIN, NO DEBRIDEMENT PERFORMED", "CATHETER CARE 30 MIN, NO IRRIGATION DONE",
        "WOUND CARE LEFT HEEL, NO CULTURE TODAY", "WOUND CARE LEFT HEEL, SPOUSE NOT AT HOME",
        "CATHETER CARE 30 MIN, DAUGHTER NOT IN HOME", "WOUND CARE 45 MIN, WIFE NOT PRESENT",
        "WOUND CARE 45 MIN, PT NOT SEEN BY MD THIS MONTH", "WOUND CARE 45 MIN, NOT SEEN BY SPECIALIST",
        "WOUND CARE LEFT HEEL, PT REFUSED HOSPITAL TRANSFER", "WOUND CARE 45 MIN, PT DECLINED ER",
        "WOUND CARE LEFT HEEL, REFUSED HOSPITAL TRANSFER"}) {
    cases.valid.push_back(line(good));
  }
  for (auto const* const bad :
       {"NO VISIT PERFORMED", "PT NOT AT HOME, SPOUSE NOT AT HOME", "WOUND CARE, PT NOT SEEN BY RN",
        "PT REFUSED CARE, NO VISIT", "NO DEBRIDEMENT PERFORMED, VISIT REFUSED"}) {
    cases.invalid.push_back({.segments = line(bad), .at = "SV101-7"});
  }
  rule_test("NAR014", cases);
}

TEST_CASE("NAR014: a void takes the visit back anyway") {
  auto const file = file_with("CLM*A*125***12:B:8*Y*A*Y*Y~REF*F8*123~HI*ABK:Z9181~LX*1~" + line("NO SHOW") +
                              "DTP*472*D8*20260914~");
  CHECK(count_of(scrub_text(file), "NAR014") == 0);
}

}  // namespace
}  // namespace scrub837::test::nar014_narrative_names_no_visit_test
