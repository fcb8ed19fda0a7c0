#include <doctest/doctest.h>

#include "src/claim/cites_attachment.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test {
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

TEST_CASE("ATT011: asked for in one row with ATT001 and NAR004, and only with --optional-rows") {
  auto const file = file_with("SV1*HC:99600:::::SEE ATTACHED NOTES*125*UN*1***1~");
  CHECK(scrub_text(file).rows.empty());
  Settings settings;
  settings.optional_rows = true;
  auto const scrubbed = scrub_text(file, settings);
  REQUIRE(scrubbed.rows.size() == 1);
  CHECK(scrubbed.rows[0].rule == "ATT011 NAR004 ATT001");
  CHECK(difference(scrubbed.clean, file) == "");
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
}  // namespace scrub837::test
