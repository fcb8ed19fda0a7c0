#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::pay001_narrative_not_where_payer_looks_test {
namespace {

std::string const line = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~";
std::string const other = "SV1*HC:99213*125*UN*1***1~";
std::string const claim = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~";
std::string const day = "DTP*472*D8*20260914~";

std::string const note = "NTE*ADD*COMPLEX WOUND CARE LEFT HEEL 45 MIN~";
std::string const rest = "HI*ABK:Z9181~LX*1~" + line + day;

TEST_CASE("PAY001 narrative-not-where-payer-looks: the line note") {
  rule_test("PAY001",
            {.valid = {line + note, line + "NTE*ADD*WOUND CARE BY RN: HEEL~",
                       line + note + "NTE*TPO*FOR OTHERS~", other,
                       // NAR001, NAR005 and NAR002 speak of these.
                       "SV1*HC:99600*125*UN*1***1~", "SV1*HC:99600:::::0900-1130*125*UN*1***1~",
                       "SV1*HC:99600*125*UN*1***1~" + note,
                       // A drug that is named by its NDC.
                       "SV1*HC:J3490:::::UNUSUAL DRUG 20 MG*125*UN*1***1~LIN**N4*12345678901~CTP****1*ML~"},
             .invalid = {
                 {.segments = line, .at = "SV1", .fixed = line + day + note, .unsafe = true},
                 {.segments = line + day + "NTE*TPO*FOR OTHERS~",
                  .at = "SV1",
                  .fixed = line + day + note + "NTE*TPO*FOR OTHERS~",
                  .unsafe = true},
                 {.segments = line + "NTE*ADD*~", .at = "SV1", .fixed = line + note, .unsafe = true},
                 // The one note that the guide takes is there already.
                 {.segments = line + "NTE*ADD*AUTH 12345~", .at = "SV1"},
                 // NAR004 only warns of a stub.
                 {.segments = "SV1*HC:99600:::::SEE NOTES*125*UN*1***1~", .at = "SV1"},
                 {.segments = line + "NTE*DCP*WOUND CARE UNTIL CLOSED~", .at = "SV1"},
                 // The claim's note is no line note.
                 {.segments = claim + note + rest,
                  .at = "SV1",
                  .fixed = claim + note + rest + note,
                  .unsafe = true},
             }});
}

TEST_CASE("PAY001: the claim note, copied only if the claim has one line") {
  rule_test(
      "PAY001",
      {.valid = {claim + note + rest},
       .invalid = {{.segments = claim + rest, .at = "CLM", .fixed = claim + note + rest, .unsafe = true},
                   {.segments = claim + "NTE*DGN*AN ULCER~" + rest, .at = "CLM"},
                   {.segments = line + line, .at = "CLM", .times = 2}},
       .profile = "codes.unlisted.narrative_in = ['2300 NTE']"});
}

TEST_CASE("PAY001: either note, and notes of another type") {
  rule_test("PAY001",
            {.valid = {claim + note + rest, line + note},
             .invalid = {{.segments = line, .at = "SV1", .fixed = line + day + note, .unsafe = true}},
             .profile = "codes.unlisted.narrative_in = ['NTE']"});
  rule_test("PAY001", {.valid = {line + "NTE*DCP*WOUND CARE UNTIL CLOSED~"},
                       .invalid = {{.segments = line + note, .at = "SV1"}},
                       .profile = "codes.unlisted = { narrative_in = ['2400 NTE'], note_type = 'DCP' }"});
}

TEST_CASE("PAY001: a payer that reads both notes gets both") {
  auto settings = under("codes.unlisted.narrative_in = ['2400 NTE', '2300 NTE']", with_unsafe_fixes());
  auto const scrubbed = scrub_text(file_with(claim + rest), settings);
  CHECK(difference(scrubbed.clean, file_with(claim + note + rest + note)) == "");
}

TEST_CASE("PAY001: text that stands in the note alone goes into SV101-7 by NAR002, and both hold it") {
  auto const file = file_with("SV1*HC:99600*125*UN*1***1~" + note);
  auto const scrubbed = scrub_text(file, under("codes.unlisted.narrative_in = ['SV101-7', '2400 NTE']"));
  CHECK(count_of(scrubbed, "PAY001") == 0);
  CHECK(scrubbed.claims(Disposition::fixed) == 1);
}

}  // namespace
}  // namespace scrub837::test::pay001_narrative_not_where_payer_looks_test
