#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::nar004_narrative_placeholder_test {
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
                                 "HOME VISIT",
                                 "AUTH 123456789",
                                 "AUTHORIZATION NUMBER A1234567",
                                 "CORRECTED CLAIM",
                                 "N400002879401",
                                 "TBD",
                                 "TO BE DETERMINED",
                                 "CODE NOT FOUND",
                                 "PENDING REVIEW",
                                 "PLEASE PROCESS"}) {
    cases.invalid.push_back({.segments = line(stub), .at = "SV101-7"});
  }
  // Spanish, and what any unlisted code says, found by pattern.
  for (auto const* const stub :
       {"VER NOTAS ADJUNTAS", "VER NOTAS ADJUNTAS DE ENFERMERIA", "SERVICIO NO LISTADO", "PENDIENTE",
        "UNLISTED PROCEDURE SKIN AND SUBCUTANEOUS TISSUE", "MISCELLANEOUS HOME CARE SERVICE",
        "NOT OTHERWISE CLASSIFIED HOME CARE", "AUTH# 0012345678 APPROVED 10 VISITS"}) {
    cases.invalid.push_back({.segments = line(stub), .at = "SV101-7"});
  }
  // Only short, only doubtful, or a remark.
  for (auto const* const doubtful : {"-", "WOUND", "RN HOME VISIT 2 HRS", "COPAY 20 COLLECTED TODAY"}) {
    cases.invalid.push_back({.segments = line(doubtful), .at = "SV101-7", .severity = "warning"});
  }
  // Items: a kind alone is a warning, a name of few letters is a name.
  auto const item = [](std::string const& code, std::string const& text) {
    return "SV1*HC:" + code + ":::::" + text + "*125*UN*1***1~";
  };
  cases.invalid.push_back(
      {.segments = item("A9999", "WOUND SUPPLIES"), .at = "SV101-7", .severity = "warning"});
  cases.invalid.push_back({.segments = item("E1399", "MISC DME"), .at = "SV101-7", .severity = "warning"});
  cases.invalid.push_back({.segments = item("A9999", "MISCELLANEOUS SUPPLY"), .at = "SV101-7"});
  cases.invalid.push_back({.segments = item("J3490", "UNCLASSIFIED DRUG"), .at = "SV101-7"});
  cases.valid.push_back(item("J3490", "TPN"));
  cases.valid.push_back(item("J3490", "IVIG 5G"));
  cases.valid.push_back(item("A9999", "GAUZE 4X4"));
  cases.valid.push_back("CLM*A*125***12:B:8*Y*A*Y*Y~REF*F8*123~HI*ABK:Z9181~LX*1~" + line("TBD") +
                        "DTP*472*D8*20260914~");  // a void
  // Notes don't mend it: what is filled is not overwritten.
  cases.invalid.push_back(
      {.segments = line("SEE ATTACHED DOCUMENTS") + "NTE*ADD*COMPLEX WOUND CARE LEFT HEEL~",
       .at = "SV101-7"});
  cases.invalid.push_back({.segments = "SV1*HC:J3490:::::J3490*125*UN*1***1~", .at = "SV101-7"});
  rule_test("NAR004", cases);
}

TEST_CASE("NAR004: a warning holds nothing, and is asked for only with --optional-rows") {
  auto const file = file_with(line("WOUND"));
  auto const scrubbed = scrub_text(file);
  CHECK(scrubbed.claims(Disposition::clean) == 1);
  CHECK(scrubbed.rows.empty());
  Settings settings;
  settings.optional_rows = true;
  CHECK(scrub_text(file, settings).rows.empty());
  // Held for its total, it can still be answered.
  auto const held = replaced(file, "CLM*DEMO-1*125*", "CLM*DEMO-1*130*");
  REQUIRE(held != file);
  auto const asked = scrub_text(held, settings);
  auto const row = std::ranges::find_if(
      asked.rows, [](Asked const& one) { return one.rule.find("NAR004") != std::string::npos; });
  REQUIRE(row != asked.rows.end());
  CHECK_FALSE(row->required);
}

}  // namespace
}  // namespace scrub837::test::nar004_narrative_placeholder_test
