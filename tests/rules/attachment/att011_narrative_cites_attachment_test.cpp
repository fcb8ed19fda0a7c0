#include <doctest/doctest.h>

#include "src/narrative/cites_attachment.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::att011_narrative_cites_attachment_test {
namespace {

std::string const service = "SV1*HC:99213*125*UN*1***1~";
std::string const date = "DTP*472*D8*20260914~";
std::string const cites = "NTE*ADD*SEE ATTACHED NURSING NOTES~";
std::string const indicator = "PWK*NN*EL***AC*ACN0001~";

std::string described(std::string const& text) { return "SV1*HC:99213:::::" + text + "*125*UN*1***1~"; }

std::string claim(std::string const& at_claim, std::string const& lines) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + at_claim + "HI*ABK:Z9181~" + lines;
}

TEST_CASE("ATT011 narrative-cites-attachment") {
  rule_test("ATT011",
            {.valid =
                 {
                     service + indicator + date + cites,
                     service + "PWK*NN*AA~" + date + cites,
                     "SV1*HC:99213:::::SEE ATTACHED*125*UN*1***1~" + indicator,
                     // The claim's indicator serves all lines; any line's serves the claim's note.
                     claim(indicator, "LX*1~" + service + date + cites),
                     claim(indicator + cites, "LX*1~" + service + date),
                     claim(cites, "LX*1~" + service + indicator + date),
                     // Notes of third parties are not the provider's.
                     service + date + "NTE*TPO*SEE ATTACHED~",
                     service + date + "NTE*ADD*DRESSING ATTACHED TO LEFT HEEL~",
                     service + date + "NTE*ADD~",
                     service,
                 },
             .invalid = {
                 {.segments = service + date + cites, .at = "NTE02"},
                 {.segments = service + date + "NTE*DCP*GOALS MET, OP REPORT SENT~", .at = "NTE02"},
                 {.segments = described("WOUND CARE LEFT HEEL, NOTES ATTACHED"), .at = "SV101-7"},
                 {.segments = claim(cites, "LX*1~" + service + date), .at = "NTE02"},
                 {.segments = claim("NTE*CER*RECORDS TO FOLLOW~", "LX*1~" + service + date), .at = "NTE02"},
                 // Once a line, and the description speaks first.
                 {.segments = described("SEE ATTACHED") + date + cites, .at = "SV101-7"},
                 {.segments = service + date + cites + service + date + cites, .at = "NTE02", .times = 2},
                 {.segments = claim(cites, "LX*1~" + service + date + cites), .at = "NTE02", .times = 2},
                 // The indicator of another line is not this one's.
                 {.segments = service + indicator + date + service + date + cites, .at = "NTE02"},
             }});
}

struct Verdict {
  std::string_view text;
  bool cites;
};

TEST_CASE("ATT011: which texts cite a document") {
  constexpr Verdict table[] = {
      {"SEE ATTACHED", true},
      {"see attached.", true},
      {"PLS SEE ATT", true},
      {"PLEASE SEE THE ATTACHED", true},
      {"PLEASE FIND ATTACHED", true},
      {"REFER TO ATTACHMENT", true},
      {"ATTACHED", true},
      {"ENCLOSED.", true},
      {"DOCUMENTATION ATTACHED", true},
      {"NOTES ATTACHED", true},
      {"ATTACHED NOTES", true},
      {"RECORDS ENCLOSED", true},
      {"REPORT FAXED", true},
      {"OP REPORT SENT", true},
      {"MEDICAL RECORDS SENT BY MAIL", true},
      {"MEDICAL RECORDS E-MAILED", true},
      {"SEE ENCLOSED LETTER", true},
      {"RECORDS TO FOLLOW", true},
      {"NOTES WILL FOLLOW BY FAX", true},
      {"RECORDS TO FOLLOW.", true},
      {"WOUND CARE LEFT HEEL 45 MIN NOTES ATTACHED", true},
      {"WOUND CARE 45 MIN, ATTACHED OP NOTE", true},
      {"NURSING NOTES ARE ATTACHED", true},
      {"DOCUMENTATION WILL BE SENT SEPARATELY", true},
      {"NOTES FOR DOS 09/14/2026 ATTACHED", true},
      {"ATTACHED: DISCHARGE SUMMARY", true},
      {"ENCLOSED IS THE REPORT", true},
      {"PHYSICIAN ORDERS ATTACHED", true},
      {"INVOICE ATTACHED", true},
      {"FAXED MEDICAL RECORDS", true},
      {"FAXED NOTES TO INSURANCE", true},
      {"NOTES SENT TO YOUR OFFICE", true},
      {"NOTES ATTACHED TO CLAIM", true},
      {"NOTES ATTACHED TO SUPPORT MEDICAL NECESSITY", true},
      {"RECORDS VIA FAX", true},
      {"SENT UNDER SEPARATE COVER", true},
      {"NO FEVER. NOTES ATTACHED", true},
      {"ADD'L DOCUMENTATION UPLOADED TO PORTAL", true},
      {"PLEASE REVIEW ATTACHED RECORDS", true},
      {"CLINICALS SENT", true},
      {"PRIMARY EOB ATTACHED", true},
      {"VER ADJUNTO", true},
      {"RECORDS FAXED 1/5", true},
      {"NOTES SENT SEPARATELY", true},
      {"DOCS ATTACHED", true},
      {"PLS SEE ENCLOSED", true},
      {"REPORT UPLOADED TO PORTAL", true},
      {"OP NOTE MAILED", true},
      {"DOC ATTACHED", true},
      {"DOCUMENTATION UPLOADED VIA PORTAL", true},
      {"RECORDS UPLOADED", true},
      {"NOTES UPLOADED TO PAYER PORTAL", true},
      {"NOTES UPLOADED TO AVAILITY", true},
      {"UPLOADED NOTES TO AVAILITY", true},
      {"MAILED RECORDS 9/15", true},
      {"WILL FAX RECORDS", true},
      {"WILL MAIL NOTES", true},
      {"WILL SEND RECORDS", true},
      {"FAXING NOTES TODAY", true},
      {"RECORDS BEING FAXED", true},
      {"RECORDS TO BE FAXED", true},
      {"RECORDS HAVE BEEN MAILED", true},
      {"SEE FAX", true},
      {"SEE FAXED NOTES", true},
      {"SEE FAXED RECORDS", true},
      {"SEE MAILED RECORDS", true},
      {"SEE UPLOADED DOCUMENTS", true},
      {"SEE SUBMITTED NOTES", true},
      {"ATTACHMENT SENT", true},
      {"ATTACHMENTS FAXED", true},
      {"ATTACHMENT TO FOLLOW", true},
      {"ATTACHMENT SUBMITTED SEPARATELY", true},
      {"PAPERWORK FAXED", true},
      {"CHART NOTES ATTACHED", true},
      {"CHART NOTES FAXED", true},
      {"VISIT NOTES ENCLOSED", true},
      {"SOAP NOTE ATTACHED", true},
      {"NOTES ATCHD", true},
      {"NOTES ATTCHD", true},
      {"NOTES ATTD", true},
      {"RECS ATTACHED", true},
      {"RECS FAXED", true},
      {"MED REC ATTACHED", true},
      {"MED RECS ATTACHED", true},
      {"MED RECORDS ATTACHED", true},
      {"HARD COPY MAILED", true},
      {"HARD COPY TO FOLLOW", true},
      {"LMN ATTACHED", true},
      {"LETTER OF MEDICAL NECESSITY ATTACHED", true},
      {"LETTER OF MED NECESSITY FAXED", true},
      {"PHOTOS ATTACHED", true},
      {"WOUND PHOTOS ATTACHED", true},
      {"POC ATTACHED", true},
      {"PLAN OF CARE ATTACHED", true},
      {"MAR ATTACHED", true},
      {"EOB ATTACHED", true},
      {"COPY OF ORDER ATTACHED", true},
      {"ORDER ENCLOSED", true},
      {"INVOICE FAXED", true},
      {"CLINICAL NOTES SUBMITTED", true},
      {"CLINICALS FAXED 9/15/26", true},
      {"SUPPORTING DOCS SENT", true},
      {"SUPPORTING DOCUMENTATION ATTACHED", true},
      {"DOCUMENTATION SUBMITTED WITH CLAIM", true},
      {"DOCUMENTATION INCLUDED", true},
      {"NOTES INCLUDED", true},
      {"NOTES INCLUDED WITH CLAIM", true},
      {"ATTACHED PLEASE FIND OP NOTE", true},
      {"PLEASE SEE ATTACHED", true},
      {"PLS REFER TO ATTACHED NOTES", true},
      {"SEE ATTACHMENT", true},
      {"SEE ATTACHMENTS FOR DETAIL", true},
      {"SEE ATTCH", true},
      {"PER ATTACHED NOTES", true},
      {"PER ATTACHED", true},
      {"AS PER ATTACHED", true},
      {"RECORDS EMAILED", true},
      {"DOCUMENTS SENT VIA ESMD", true},
      {"NOTES SENT THROUGH CLEARINGHOUSE", true},
      {"SENT NOTES BY FAX", true},
      {"NURSE NOTES SENT BY FAX 9/14", true},
      {"NURSES NOTES FAXED", true},
      {"RN NOTES ATTACHED", true},
      {"VISIT NOTE FAXED TO BCBS", true},
      {"NOTES MAILED TO PAYER", true},
      {"NOTES FAXED TO CLAIMS DEPT", true},
      {"RECORDS FAXED TO 555-123-4567", true},
      {"NOTES SENT ELECTRONICALLY", true},
      {"ELECTRONIC ATTACHMENT SENT", true},
      {"PWK ATTACHED", true},
      {"DOCUMENTATION FORWARDED", true},
      {"ADDITIONAL INFO ATTACHED", true},
      {"REPORT TO FOLLOW BY MAIL", true},
      {"REPORT WILL FOLLOW", true},
      {"ATTACHED IS THE NURSING NOTE", true},
      {"ATTACHED ARE THE RECORDS", true},
      {"NOTA ADJUNTA", true},
      {"VER NOTAS ADJUNTAS", true},
      {"DOCUMENTOS ADJUNTOS", true},
      {"NOTES SCANNED AND ATTACHED", true},
      {"SCANNED NOTES ATTACHED", true},
      {"WOUND CARE, RECORDS SENT UNDER SEPARATE COVER", true},

      {"", false},
      {"NO ATTACHMENT", false},
      {"NO ATTACHMENTS SENT", false},
      {"NOTES NOT ATTACHED", false},
      {"NO MEDICAL RECORDS ENCLOSED", false},
      {"W/O NOTES ATTACHED", false},
      {"RECORDS WILL NOT BE SENT", false},
      {"RECORDS AVAILABLE ON REQUEST", false},
      {"SEE NOTES", false},
      {"SEE MEDICAL RECORD", false},
      {"ATTACHED TO BED RAIL", false},
      {"CATHETER ATTACHED TO LEG BAG", false},
      {"DRESSING ATTACHED", false},
      {"OSTOMY BAG ATTACHED", false},
      {"OSTOMY BAG ATTACHED, NOTES REVIEWED", false},
      {"WALKER WITH ATTACHMENTS", false},
      {"WHEELCHAIR ATTACHMENT", false},
      {"WOUND VAC ATTACHED. REPORT CALLED TO MD", false},
      {"FAXED ORDER TO PHYSICIAN", false},
      {"FAXED REPORT TO PCP", false},
      {"REPORT SENT TO DR", false},
      {"REPORT FAXED TO THE PHYSICIAN", false},
      {"SUMMARY SENT HOME", false},
      {"SUMMARY SENT BY FAX TO PCP", false},
      {"NOTE ATTACHED TO CHART", false},
      {"REPORT UPLOADED TO PATIENT PORTAL", false},
      {"MED LIST ATTACHED TO FRIDGE", false},
      {"LABS SENT", false},
      {"URINE SENT TO LAB", false},
      {"PT REPORTS ATTACHED TUBE LEAKS", false},
      {"PATIENT SENT TO ER", false},
      {"LETTER TO FOLLOW UP ON DIET", false},
      {"UNABLE TO FOLLOW DIRECTIONS", false},
      {"PCP FAXED RECORDS", false},
      {"EMAIL AND MAIL SORTED WITH PATIENT", false},
      {"REATTACHED DRESSING", false},
      {"COMPLEX WOUND CARE LEFT HEEL 45 MIN", false},
      {"HEART MONITOR ATTACHED TO PATIENT", false},
      {"ELECTRODES ATTACHED", false},
      {"LEADS ATTACHED TO CHEST", false},
      {"NASAL CANNULA ATTACHED", false},
      {"TUBING ATTACHED TO PUMP", false},
      {"HOLTER MONITOR ATTACHED, REPORT TO MD", false},
      {"FOLEY ATTACHED TO LEG BAG", false},
      {"LEG BAG ATTACHED", false},
      {"PICC LINE ATTACHED SECURELY", false},
      {"PT ATTACHED TO VENT", false},
      {"INFANT ATTACHED WELL TO BREAST", false},
      {"BABY LATCHED AND ATTACHED", false},
      {"PATIENT ATTACHED TO MONITOR", false},
      {"ALARM ATTACHED TO CHAIR", false},
      {"LABS SENT TO HOSPITAL", false},
      {"SPECIMEN SENT TO LAB", false},
      {"URINE MAILED", false},
      {"STOOL SAMPLE SENT", false},
      {"CULTURE SENT", false},
      {"LABS FAXED TO MD", false},
      {"REPORT GIVEN TO MD", false},
      {"REPORT CALLED TO MD", false},
      {"REPORT SENT TO PHYSICIAN", false},
      {"REPORT FAXED TO DR SMITH", false},
      {"NOTES FAXED TO PCP OFFICE", false},
      {"RX FAXED TO PHARMACY", false},
      {"ORDERS FAXED TO PHARMACY", false},
      {"SENT HOME WITH INSTRUCTIONS", false},
      {"DISCHARGED HOME, INSTRUCTIONS SENT WITH FAMILY", false},
      {"WOUND VAC ATTACHED", false},
      {"NOTES REVIEWED", false},
      {"RECORDS REVIEWED", false},
      {"RECORDS AVAILABLE UPON REQUEST", false},
      {"DOCUMENTATION ON FILE", false},
      {"SEE PLAN OF CARE", false},
      {"CARE PLAN FOLLOWED", false},
      {"PATIENT INCLUDED IN CARE PLAN", false},
      {"FAMILY INCLUDED IN TEACHING", false},
      {"SUPPLIES ENCLOSED IN BAG", false},
      {"MED BOX ENCLOSED", false},
      {"TEACHING INCLUDED WOUND CARE", false},
      {"NOTES NOT SENT", false},
      {"NO DOCUMENTATION ATTACHED", false},
      {"NO ATTACHMENTS", false},
      {"WILL SEND AIDE TOMORROW", false},
      {"WILL SEND PT TO ER", false},
      {"WILL MAIL SUPPLIES", false},
      {"SUPPLIES MAILED", false},
      {"HEP LETTER GIVEN", false},
      {"PICTURES TAKEN", false},
      {"PT REPORTS NOTES SENT HOME FROM SCHOOL", false},
      {"SCHOOL NOTE SENT HOME", false},
      {"DRAIN ATTACHED TO BULB SUCTION", false},
      {"TELEMETRY UPLOADED TO CARDIOLOGY", false},
      {"GLUCOMETER DATA UPLOADED", false},
      {"TRACH TIES ATTACHED", false},
      {"OXYGEN ATTACHED AT 2L", false},
      {"RETINAL PHOTOS SENT TO OPHTHALMOLOGIST", false},
      {"PCP WILL SEND RECORDS", false},
      {"DAUGHTER WILL FAX RECORDS", false},
      {"NOTES INCLUDED PAIN SCALE AND WOUND MEASUREMENTS", false},
      {"PER FAX FROM PCP ORDERS CHANGED", false},
      {"MED REC SENT TO PCP", false},
  };
  static_assert(std::size(table) > 60);
  for (auto const& row : table) {
    CAPTURE(row.text);
    CHECK(cites_attachment(row.text) == row.cites);
  }
}

TEST_CASE("ATT011: any bytes are read") {
  CHECK(cites_attachment("\xC3\x91 see attached \xFF"));
  CHECK_FALSE(cites_attachment("AT"));
  CHECK_FALSE(cites_attachment(std::string(5000, 'A')));
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "NOTES NO SEE ";
  CHECK_FALSE(cites_attachment(many + "FAXED"));
  CHECK(cites_attachment("SEE ATTACHED " + many));
}

TEST_CASE(
    "ATT011: asked for in one row with NAR004, which holds the claim, and ATT001 with --optional-rows") {
  auto const file = file_with("SV1*HC:99600:::::SEE ATTACHED NOTES*125*UN*1***1~");
  auto const held = scrub_text(file);
  REQUIRE(held.rows.size() == 1);
  CHECK(held.rows[0].rule == "NAR004");
  Settings settings;
  settings.optional_rows = true;
  auto const scrubbed = scrub_text(file, settings);
  REQUIRE(scrubbed.rows.size() == 1);
  CHECK(scrubbed.rows[0].rule == "ATT011 NAR004 ATT001");
  CHECK(difference(scrubbed.held, file) == "");
}

TEST_CASE("ATT011 with ATT012: on a note that has moved it is told where the note stood") {
  auto const late = service + date + "PS1*1234567893*12~NM1*82*1*DOE*ANN****XX*1234567893~" + cites;
  auto const scrubbed = scrub_text(file_with(late), with_unsafe_fixes());
  CHECK(scrubbed.claims(Disposition::fixed) == 1);
  auto const found = found_of(scrubbed, "ATT011");
  CHECK(found.segment + "~" == cites);
  CHECK(found.segment_number == found_of(scrubbed, "ATT012").segment_number);
}

}  // namespace
}  // namespace scrub837::test::att011_narrative_cites_attachment_test
