#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::nar001_narrative_missing_test {
namespace {

// A claim of one undescribed line under a claim note.
std::string under_note(std::string const& note) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + note + "HI*ABK:Z9181~LX*1~SV1*HC:99600*125*UN*1***1~" +
         "DTP*472*D8*20260914~";
}

TEST_CASE("NAR001 narrative-missing") {
  std::string const bare = "SV1*HC:99600*125*UN*1***1~";
  rule_test("NAR001",
            {.valid =
                 {
                     "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
                     "SV1*HC:99213*125*UN*1***1~", "SV1*ER:99600*125*UN*1***1~",
                     "SV1*HC:99600:::::SEE NOTES*125*UN*1***1~",      // NAR004 speaks of it
                     "SV1*HC:99600:::::0900-1130*125*UN*1***1~",      // NAR005
                     bare + "NTE*ADD*COMPLEX WOUND CARE LEFT HEEL~",  // NAR002
                     bare + "NTE*DCP*COMPLEX WOUND CARE LEFT HEEL~",
                     under_note("NTE*ADD*COMPLEX WOUND CARE LEFT HEEL~"),  // NAR003
                 },
             .invalid = {
                 {.segments = bare, .at = "SV101-7"},
                 {.segments = "SV1*HC:99600:::::*125*UN*1***1~", .at = "SV101-7"},
                 {.segments = "SV1*HC:99600:::::   *125*UN*1***1~", .at = "SV101-7"},
                 {.segments = "SV1*HC:99600:GT:95:GC:U1*125*UN*1***1~", .at = "SV101-7"},
                 // A modifier too many pushed the description into component 8.
                 {.segments = "SV1*HC:99600:GT:95:GC:U1::COMPLEX WOUND CARE LEFT HEEL*125*UN*1***1~",
                  .at = "SV101-7"},
                 // Lower case and a blank hide no unlisted line.
                 {.segments = "SV1*hc:99600*125*UN*1***1~", .at = "SV101-7"},
                 {.segments = "SV1*HC:99600 *125*UN*1***1~", .at = "SV101-7"},
                 {.segments = bare + bare, .at = "SV101-7", .times = 2},
                 {.segments = "SV1*HC:99199*125*UN*1***1~", .at = "SV101-7"},
                 // Notes that say nothing of the work are no description.
                 {.segments = bare + "NTE*ADD*AUTH 123456789~", .at = "SV101-7"},
                 {.segments = bare + "NTE*ADD*0900-1130~", .at = "SV101-7"},
                 {.segments = bare + "NTE*ADD*UNLISTED HOME VISIT SERVICE~", .at = "SV101-7"},
                 {.segments = bare + "NTE*ADD*SEE ATTACHED NOTES~", .at = "SV101-7"},
                 {.segments = bare + "NTE*ADD*99600~", .at = "SV101-7"},
                 {.segments = bare + "NTE*ADD*XXXXXXXXXXXXXXX~", .at = "SV101-7"},
                 {.segments = bare + "NTE*ADD*CORRECTED CLAIM~", .at = "SV101-7"},
                 {.segments = bare + "NTE*ADD*WOUND~", .at = "SV101-7"},
                 {.segments = bare + "NTE*ADD~", .at = "SV101-7"},
                 {.segments = bare + "NTE*ADD*~", .at = "SV101-7"},
                 {.segments = bare + "NTE*DCP*AUTH 123456789~", .at = "SV101-7"},
                 // A third party's note never counts.
                 {.segments = bare + "NTE*TPO*COMPLEX WOUND CARE LEFT HEEL 45 MIN~", .at = "SV101-7"},
                 {.segments = bare + "NTE*ADD*AUTH 123456789~NTE*TPO*COMPLEX WOUND CARE LEFT HEEL~",
                  .at = "SV101-7"},
                 {.segments = under_note("NTE*TPO*COMPLEX WOUND CARE LEFT HEEL~"), .at = "SV101-7"},
                 // At the claim only ADD counts.
                 {.segments = under_note("NTE*CER*COMPLEX WOUND CARE LEFT HEEL~"), .at = "SV101-7"},
                 {.segments = under_note("NTE*DGN*COMPLEX WOUND CARE LEFT HEEL~"), .at = "SV101-7"},
                 {.segments = under_note("NTE*DCP*COMPLEX WOUND CARE LEFT HEEL~"), .at = "SV101-7"},
                 {.segments = under_note("NTE*ADD*AUTH 123456789~"), .at = "SV101-7"},
                 // A note of another line is not this line's.
                 {.segments = "SV1*HC:99213*125*UN*1***1~NTE*ADD*COMPLEX WOUND CARE LEFT HEEL~" + bare,
                  .at = "SV101-7"},
             }});
}

TEST_CASE("NAR001 to NAR004: a description in SV101-8 is pointed at, a stub there is not") {
  std::string const far = ":GC:U1:U2::COMPLEX WOUND CARE LEFT HEEL*125*UN*1***1~";
  auto const claim_note = under_note("NTE*ADD*COMPLEX WOUND CARE LEFT HEEL~");
  struct Case {
    std::string rule, segments;
  };
  std::vector<Case> const cases{
      {"NAR001", "SV1*HC:99600:GT" + far},
      {"NAR002", "SV1*HC:99600:GT" + far + "NTE*DCP*COMPLEX WOUND CARE~"},
      {"NAR002", "SV1*HC:99600:GT" + far + "NTE*ADD*COMPLEX WOUND CARE~"},
      {"NAR003", replaced(claim_note, "HC:99600*125*UN*1***1~", "HC:99600:GT" + far)},
      {"NAR004", "SV1*HC:99600:GT:95:GC:U1:U4:COMPLEX WOUND CARE LEFT HEEL*125*UN*1***1~"},
  };
  for (auto const& one : cases) {
    CAPTURE(one.segments);
    auto const message = [&](std::string const& file) {
      return found_of(scrub_text(file), one.rule).message;
    };
    CHECK(message(file_with(one.segments)).find("SV101-8, which the guide does not use, has a description") !=
          std::string::npos);
    auto const stub = replaced(one.segments, ":COMPLEX WOUND CARE LEFT HEEL*", ":SEE NOTES*");
    CHECK(message(file_with(stub)).find("SV101-8") == std::string::npos);
  }
}

// What can't be seen is no description; it is not "filled with a stub" either (NAR004).
TEST_CASE("NAR001: a description of control characters is empty") {
  for (std::string const blank : {"\t", "\xC2\xA0", " \t "}) {
    CAPTURE(blank);
    auto const scrubbed = scrub_text(file_with("SV1*HC:99600:::::" + blank + "*125*UN*1***1~"));
    CHECK(count_of(scrubbed, "NAR001") == 1);
    CHECK(count_of(scrubbed, "NAR004") == 0);
    CHECK(scrubbed.claims(Disposition::held) == 1);
  }
}

TEST_CASE("NAR001: the worklist asks once a line") {
  auto const scrubbed =
      scrub_text(file_with("SV1*HC:99600*125*UN*1***1~SV1*HC:99213*5*UN*1***1~SV1*HC:99600*125*UN*1***1~"));
  REQUIRE(scrubbed.rows.size() == 2);
  CHECK(scrubbed.rows[0].rule == "NAR001");
  CHECK(scrubbed.rows[0].line_index == 1);
  CHECK(scrubbed.rows[1].line_index == 3);
  CHECK(scrubbed.rows[0].key != scrubbed.rows[1].key);
  CHECK(scrubbed.rows[0].key.front() == 'C');
}

TEST_CASE("NAR001: of an SV101 that is not separated by ISA16 ENV020 speaks, and holds the claim") {
  for (std::string const sv1 :
       {"SV1*HC>99600*125*UN*1***1~", "SV1*HC>99600>>>>>COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
        "SV1*HC|99600::::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~"}) {
    CAPTURE(sv1);
    auto const out = scrub_text(file_with(sv1 + "NTE*ADD*COMPLEX WOUND CARE LEFT HEEL 45 MIN~"));
    CHECK(count_of(out, "NAR001") == 0);
    CHECK(found_of(out, "ENV020").element == "SV101");
    CHECK(out.clean.empty());
  }
  CHECK(scrub_text(file_with("SV1*HC>99213*125*UN*1***1~")).clean.empty());
}

}  // namespace
}  // namespace scrub837::test::nar001_narrative_missing_test
