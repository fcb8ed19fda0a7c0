#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::nar002_narrative_not_in_sv101_7_test {
namespace {

constexpr auto text = "COMPLEX WOUND CARE LEFT HEEL 45 MIN";

// Twenty words that say what was done, cut to a length.
std::string narrative(std::size_t length) {
  std::string result;
  while (result.size() < length) result += "WOUND CARE HEEL ";
  result.resize(length);
  if (result.back() == ' ') result.back() = 'S';
  return result;
}

// An undescribed line under a note; and with the note's text in SV101-7.
std::string line(std::string const& description, std::string const& notes) {
  return "SV1*HC:99600" + (description.empty() ? "" : ":::::" + description) + "*125*UN*1***1~" + notes;
}

InvalidCase copied(std::string const& note, std::string const& description) {
  return {.segments = line("", note), .at = "SV101-7", .fixed = line(description, note)};
}

InvalidCase asked(std::string const& note) { return {.segments = line("", note), .at = "SV101-7"}; }

TEST_CASE("NAR002 narrative-not-in-sv101-7") {
  std::string const note = std::string("NTE*ADD*") + text + "~";
  auto const with_modifiers = [&](std::string const& modifiers, std::string const& description) {
    return "SV1*HC:99600" + modifiers + description + "*125*UN*1***1~" + note;
  };
  std::string const component(std::string(":") + text);
  // 80 characters of 82 bytes.
  auto const spanish = "CURACI\xC3\x93N DE HERIDA TAL\xC3\x93N " + narrative(55);

  rule_test(
      "NAR002",
      {.valid =
           {
               line(text, note),
               line(text, "NTE*ADD*SOMETHING ELSE ENTIRELY DIFFERENT~"),
               line(text, ""),
               line("", ""),
               line("SEE NOTES", note),  // NAR004: what is filled is not overwritten
               line("0900-1130", note),  // NAR005
               line("", "NTE*ADD*AUTH 123456789~"),
               line("", "NTE*ADD*0900-1130~"),
               line("", "NTE*ADD*SEE ATTACHED NOTES~"),
               line("", std::string("NTE*TPO*") + text + "~"),
               line("", std::string("NTE*CER*") + text + "~"),
               "SV1*HC:99213*125*UN*1***1~" + note,
           },
       .invalid = {
           copied(note, text),
           copied("NTE*ADD*" + narrative(80) + "~", narrative(80)),
           copied("NTE*ADD*" + spanish + "~", spanish),
           copied("NTE*ADD*CURACI\xD3N DE HERIDA TAL\xD3N~", "CURACI\xD3N DE HERIDA TAL\xD3N"),
           copied("NTE*ADD*WOUND CARE, LEFT HEEL, 45 MIN~", "WOUND CARE, LEFT HEEL, 45 MIN"),
           copied("NTE*ADD*wound care (left heel) 45 min.~", "wound care (left heel) 45 min."),
           copied(note + "NTE*TPO*PAID BY ANOTHER PROGRAM OF THE STATE~", text),
           copied("NTE*TPO*SERVICES FOR ANOTHER PROGRAM~" + note, text),
           // The note may stand behind other segments of the line.
           copied("DTP*472*D8*20260914~REF*6R*A1~" + note + "PS1*1234567893*10~", text),
           // Modifiers stay where they are; missing components are made.
           {.segments = with_modifiers(":GT", ""), .at = "SV101-7", .fixed = with_modifiers(":GT::::", text)},
           {.segments = with_modifiers(":GT:95", ""),
            .at = "SV101-7",
            .fixed = with_modifiers(":GT:95:::", text)},
           {.segments = with_modifiers(":GT:95:GC", ""),
            .at = "SV101-7",
            .fixed = with_modifiers(":GT:95:GC::", text)},
           {.segments = with_modifiers(":GT:95:GC:U1", ""),
            .at = "SV101-7",
            .fixed = with_modifiers(":GT:95:GC:U1", component)},
           {.segments = with_modifiers(":::::", ""), .at = "SV101-7", .fixed = with_modifiers(":::::", text)},
           {.segments = with_modifiers("::::::", ""),
            .at = "SV101-7",
            .fixed = with_modifiers(":::::", text)},
           {.segments = with_modifiers(":::::  ", ""),
            .at = "SV101-7",
            .fixed = with_modifiers(":::::", text)},
           // Two lines, each with its own note.
           {.segments = line("", note) + line("", "NTE*ADD*FALL RISK ASSESSMENT AT HOME~"),
            .at = "SV101-7",
            .times = 2,
            .fixed = line(text, note) +
                     line("FALL RISK ASSESSMENT AT HOME", "NTE*ADD*FALL RISK ASSESSMENT AT HOME~")},
           // Longer text, and DCP, need a person.
           asked("NTE*DCP*WOUND CARE LEFT HEEL~"),
           // The file's own separators can't stand in a component: semicolons in their place, and asked
           // first.
           {.segments = line("", "NTE*ADD*WOUND CARE: LEFT HEEL~"),
            .at = "SV101-7",
            .fixed = line("WOUND CARE; LEFT HEEL", "NTE*ADD*WOUND CARE: LEFT HEEL~"),
            .unsafe = true},
           {.segments = line("", "NTE*ADD*WOUND CARE:LEFT:HEEL 45:MIN~"),
            .at = "SV101-7",
            .fixed = line("WOUND CARE;LEFT;HEEL 45;MIN", "NTE*ADD*WOUND CARE:LEFT:HEEL 45:MIN~"),
            .unsafe = true},
       }});
}

TEST_CASE("NAR002: text of 81 characters is asked for; 80 and blanks around are copied") {
  auto const scrubbed = scrub_text(file_with(line("", "NTE*ADD*" + narrative(81) + "~")));
  auto const found = found_of(scrubbed, "NAR002");
  CHECK(found.fix == Applicability::input);
  CHECK(found.after == "");
  CHECK(found_of(scrubbed, "NAR006").element == "NTE02");
  CHECK(difference(scrubbed.held, file_with(line("", "NTE*ADD*" + narrative(81) + "~"))) == "");

  auto const padded = scrub_text(file_with(line("", "NTE*ADD*  " + narrative(80) + " ~")));
  CHECK(difference(padded.clean, file_with(line(narrative(80), "NTE*ADD*" + narrative(80) + "~"))) == "");
  CHECK(count_of(padded, "NAR006") == 0);
}

TEST_CASE("NAR002: ADD goes before DCP") {
  auto const notes = std::string("NTE*DCP*FALL RISK ASSESSMENT AT HOME~NTE*ADD*") + text + "~";
  auto const scrubbed = scrub_text(file_with(line("", notes)));
  auto const found = found_of(scrubbed, "NAR002");
  CHECK(found.after.find(text) != std::string::npos);
  // Two notes are one too many, and which one goes only a person knows.
  CHECK(found_of(scrubbed, "NAR008").fix == Applicability::input);
  CHECK(scrubbed.claims(Disposition::held) == 1);
}

// A late note is still the line's; that it is late is ATT012's error.
TEST_CASE("NAR002: a note behind a loop of the line is copied once it may be moved") {
  auto const note = std::string("NTE*ADD*") + text + "~";
  std::string const nurse = "NM1*82*1*DOE*ANN****XX*1234567893~";
  auto const file = file_with(line("", nurse + note));
  CHECK(difference(scrub_text(file).held, file) == "");
  CHECK(difference(scrub_text(file, ignoring({"ATT012"})).clean, file_with(line(text, nurse + note))) == "");
  CHECK(difference(scrub_text(file, with_unsafe_fixes()).clean, file_with(line(text, note + nurse))) == "");
}

TEST_CASE("NAR002: the finding tells what was and what is") {
  auto const scrubbed = scrub_text(file_with(line("", std::string("NTE*ADD*") + text + "~")));
  auto const found = found_of(scrubbed, "NAR002");
  CHECK(found.applied);
  CHECK(found.before == "SV1*HC:99600*125*UN*1***1");
  CHECK(found.after == std::string("SV1*HC:99600:::::") + text + "*125*UN*1***1");
  CHECK(found.disposition == "fixed");
  CHECK(found.loop == "2400");
}

TEST_CASE("NAR002: without a component separator in the file nothing is copied") {
  auto const file = replaced(file_with(line("", std::string("NTE*ADD*") + text + "~")), "*P*:~", "*P* ~");
  auto const scrubbed = scrub_text(file);
  CHECK(scrubbed.held == file);
  for (auto const& found : scrubbed.findings) {
    CAPTURE(found.rule);
    CHECK_FALSE(found.applied);
  }
}

// Notes carry remarks too.
TEST_CASE("NAR002: a remark about the claim is no description, and never copied") {
  for (std::string const remark : {"RESUBMIT PER REP JANE", "SPENDDOWN MET", "PATIENT PAID COPAY",
                                   "VENDOR FILE LOADED", "PLZ SEE NTE SEGMENT", "TRACER CLAIM"}) {
    CAPTURE(remark);
    auto const file = file_with("SV1*HC:99600*125*UN*1***1~NTE*ADD*" + remark + "~");
    auto const scrubbed = scrub_text(file);
    CHECK(scrubbed.clean == "");
    CHECK(count_of(scrubbed, "NAR001") == 1);
    CHECK(difference(scrubbed.held, file) == "");
  }
}

// Only a text that names a service is copied; a time alone is never enough.
TEST_CASE("NAR002: a note that names no act of care is asked for") {
  for (std::string const words :
       {"DIABETIC FOOT ULCER PATIENT", "SKILLED NURSING VISIT", "LEFT HEEL STAGE III",
        "PT NOT HOME, WAITED 20 MIN", "PHONE CALL TO DAUGHTER 15 MIN", "SUPERVISOR ONSITE 30 MIN",
        "NO SHOW PATIENT NOT HOME", "COPAY 20 COLLECTED TODAY", "RENDERED BY JANE DOE RN",
        "PT HOMEBOUND LIVES ALONE", "WOUND CARE REFUSED BY PATIENT"}) {
    CAPTURE(words);
    auto const file = file_with("SV1*HC:99600*125*UN*1***1~NTE*ADD*" + words + "~");
    auto const scrubbed = scrub_text(file, with_unsafe_fixes());
    CHECK(difference(scrubbed.held, file) == "");
    REQUIRE(count_of(scrubbed, "NAR002") == 1);
    CHECK(found_of(scrubbed, "NAR002").fix == Applicability::input);
    CHECK(found_of(scrubbed, "NAR002").message.find("line note (NTE02)") != std::string::npos);
  }
}

TEST_CASE("NAR002: a void is left alone") {
  auto const file = file_with("CLM*A*125***12:B:8*Y*A*Y*Y~REF*F8*123~HI*ABK:Z9181~LX*1~" +
                              line("", std::string("NTE*ADD*") + text + "~"));
  for (auto const* const rule : {"NAR001", "NAR002"}) CHECK(count_of(scrub_text(file), rule) == 0);
}

}  // namespace
}  // namespace scrub837::test::nar002_narrative_not_in_sv101_7_test
