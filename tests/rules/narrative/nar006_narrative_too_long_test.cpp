#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::nar006_narrative_too_long_test {
namespace {

// `length` characters, words of ten and a blank.
std::string words(std::size_t length) {
  std::string text;
  while (text.size() < length) text += "WOUNDCARES ";
  text.resize(length);
  if (text.back() == ' ') text.back() = 'X';
  return text;
}

std::string line(std::string const& description, std::string const& behind = {}) {
  return "SV1*HC:99600:::::" + description + "*125*UN*1***1~DTP*472*D8*20260914~" + behind;
}

TEST_CASE("NAR006 narrative-too-long") {
  // 76 characters of whole words fit into 80; the rest goes into the note.
  auto const head = words(76);
  auto const rest = std::string("SOMETHING MORE");
  auto const text = head + " " + rest;
  auto const exact = words(80);
  std::string const note = "NTE*ADD*" + rest + "~";
  auto const multibyte = [](std::size_t count) {
    std::string result = "HERIDA ";
    for (std::size_t i = 7; i < count; ++i) result += "\xC3\x93";
    return result;
  };
  std::string const bare = "SV1*HC:99600*125*UN*1***1~DTP*472*D8*20260914~";
  std::string const claim = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~";
  std::string const claim_line = "HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";

  rule_test(
      "NAR006",
      {.valid =
           {
               line(exact),
               line(multibyte(80)),
               line("WOUND CARE LEFT HEEL", "NTE*ADD*" + exact + "~"),
               line("WOUND CARE LEFT HEEL", "NTE*TPO*" + exact + "~"),
               line("WOUND CARE LEFT HEEL", "NTE*ADD~"),
               claim + "NTE*ADD*" + exact + "~" + claim_line,
               "SV1*HC:99213*125*UN*1***1~",
           },
       .invalid = {
           // Split at the last word that fits, into a note that wasn't there, was empty, or had no element.
           {.segments = line(text), .at = "SV101-7", .fixed = line(head, note), .unsafe = true},
           {.segments = line(text, "NTE*ADD~"), .at = "SV101-7", .fixed = line(head, note), .unsafe = true},
           {.segments = line(text, "NTE*ADD*~"), .at = "SV101-7", .fixed = line(head, note), .unsafe = true},
           {.segments = line(exact + " " + rest),
            .at = "SV101-7",
            .fixed = line(exact, note),
            .unsafe = true},
           // 81 characters.
           {.segments = line(words(77) + " ABC"),
            .at = "SV101-7",
            .fixed = line(words(77), "NTE*ADD*ABC~"),
            .unsafe = true},
           {.segments = line(multibyte(79) + " \xC3\x93"),
            .at = "SV101-7",
            .fixed = line(multibyte(79), "NTE*ADD*\xC3\x93~"),
            .unsafe = true},
           // Both full.
           {.segments = line(exact + " " + words(80)),
            .at = "SV101-7",
            .fixed = line(exact, "NTE*ADD*" + words(80) + "~"),
            .unsafe = true},
           // The note goes where the guide has it: behind REF, before PS1 and the loops, before NTE*TPO.
           {.segments = line(text, "REF*6R*A1~PS1*1234567893*10~NM1*82*1*DOE*ANN****XX*1234567893~"),
            .at = "SV101-7",
            .fixed = line(head, "REF*6R*A1~" + note + "PS1*1234567893*10~NM1*82*1*DOE*ANN****XX*1234567893~"),
            .unsafe = true},
           {.segments = line(text, "NM1*82*1*DOE*ANN****XX*1234567893~REF*G2*A1~"),
            .at = "SV101-7",
            .fixed = line(head, note + "NM1*82*1*DOE*ANN****XX*1234567893~REF*G2*A1~"),
            .unsafe = true},
           {.segments = line(text, "NTE*TPO*PAID BY THE STATE~"),
            .at = "SV101-7",
            .fixed = line(head, note + "NTE*TPO*PAID BY THE STATE~"),
            .unsafe = true},
           // A listed code's description too, and modifiers stay.
           {.segments = "SV1*HC:99213:25:GT:::" + text + "*125*UN*1***1~",
            .at = "SV101-7",
            .fixed = "SV1*HC:99213:25:GT:::" + head + "*125*UN*1***1~" + note,
            .unsafe = true},
           // Of two lines each gets its own note.
           {.segments = line(text) + line(text),
            .at = "SV101-7",
            .times = 2,
            .fixed = line(head, note) + line(head, note),
            .unsafe = true},
           // A long note of an undescribed line is split the other way.
           {.segments = bare + "NTE*ADD*" + text + "~",
            .at = "NTE02",
            .fixed = line(head, note),
            .unsafe = true},
           // Never cut: one word of 90, no room for the rest, a note that is in use.
           {.segments = line(std::string(90, 'W')), .at = "SV101-7"},
           {.segments = line(std::string(81, 'W') + " WOUND CARE"), .at = "SV101-7"},
           {.segments = line("WOUND CARE " + std::string(81, 'W')), .at = "SV101-7"},
           {.segments = line(exact + " " + exact + " A"), .at = "SV101-7"},
           {.segments = line(text, "NTE*ADD*VISIT BY TWO NURSES~"), .at = "SV101-7"},
           {.segments = line(text, "NTE*DCP*VISIT BY TWO NURSES~"), .at = "SV101-7"},
           {.segments = line("WOUND CARE LEFT HEEL", "NTE*ADD*" + text + "~"), .at = "NTE02"},
           {.segments = line("WOUND CARE LEFT HEEL", "NTE*DCP*" + text + "~"), .at = "NTE02"},
           {.segments = line("WOUND CARE LEFT HEEL", "NTE*TPO*" + text + "~"), .at = "NTE02"},
           {.segments = bare + "NTE*DCP*" + text + "~", .at = "NTE02"},
           {.segments = "SV1*HC:99213*125*UN*1***1~NTE*ADD*" + text + "~", .at = "NTE02"},
           {.segments = claim + "NTE*ADD*" + text + "~" + claim_line, .at = "NTE02"},
       }});
}

TEST_CASE("NAR006: blanks that NAR007 takes off don't count") {
  auto const scrubbed = scrub_text(file_with(line(words(79) + "  ")));
  CHECK(count_of(scrubbed, "NAR007") == 1);
  CHECK(scrubbed.claims(Disposition::fixed) == 1);
  CHECK(scrubbed.held.empty());
}

TEST_CASE("NAR006: nothing of the text is lost") {
  for (std::size_t length = 81; length <= 161; ++length) {
    CAPTURE(length);
    auto const text = words(length);
    auto const scrubbed = scrub_text(file_with(line(text)), with_unsafe_fixes());
    if (!scrubbed.held.empty()) {
      CHECK(difference(scrubbed.held, file_with(line(text))) == "");
      continue;
    }
    auto const begin = scrubbed.clean.find(":::::") + 5;
    auto const described = scrubbed.clean.substr(begin, scrubbed.clean.find('*', begin) - begin);
    auto const note = scrubbed.clean.find("NTE*ADD*") + 8;
    auto const rest = scrubbed.clean.substr(note, scrubbed.clean.find('~', note) - note);
    CHECK(described + " " + rest == text);
    CHECK(described.size() <= 80);
    CHECK(rest.size() <= 80);
  }
}

}  // namespace
}  // namespace scrub837::test::nar006_narrative_too_long_test
