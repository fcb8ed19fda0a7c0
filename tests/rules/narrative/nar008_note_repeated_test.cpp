#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::nar008_note_repeated_test {
namespace {

std::string const described = "SV1*HC:99600:::::WOUND CARE LEFT HEEL*125*UN*1***1~";

std::string line(std::string const& notes) { return described + notes; }

std::string claim(std::string const& notes) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + notes + "HI*ABK:Z9181~LX*1~" + described +
         "DTP*472*D8*20260914~";
}

std::string note(std::string const& type, std::string const& text) {
  return "NTE*" + type + "*" + text + "~";
}

TEST_CASE("NAR008 note-repeated") {
  auto const add = note("ADD", "DRESSING CHANGED");
  auto const minutes = note("ADD", "45 MINUTES");
  auto const forty = std::string(40, 'A');
  auto const thirty_nine = std::string(39, 'B');
  rule_test("NAR008",
            {.valid =
                 {
                     line(add),
                     line(add + note("TPO", "PAID BY THE STATE")),
                     line(note("TPO", "PAID BY THE STATE") + add),
                     line(note("DCP", "GOALS MET") + note("TPO", "PAID BY THE STATE")),
                     line(add) + line(add),
                     claim(add),
                     claim(""),
                     // The claim's note and the line's are of two loops.
                     "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + add + "HI*ABK:Z9181~LX*1~" + described +
                         "DTP*472*D8*20260914~" + add,
                 },
             .invalid = {
                 {.segments = line(add + minutes),
                  .at = "NTE01",
                  .fixed = line(note("ADD", "DRESSING CHANGED 45 MINUTES"))},
                 {.segments = line(add + minutes + note("ADD", "TWO NURSES")),
                  .at = "NTE01",
                  .fixed = line(note("ADD", "DRESSING CHANGED 45 MINUTES TWO NURSES"))},
                 // What is said twice is kept once.
                 {.segments = line(add + add), .at = "NTE01", .fixed = line(add)},
                 {.segments = line(add + minutes + add),
                  .at = "NTE01",
                  .fixed = line(note("ADD", "DRESSING CHANGED 45 MINUTES"))},
                 {.segments = line(add + "NTE*ADD~"), .at = "NTE01", .fixed = line(add)},
                 {.segments = line("NTE*ADD*~" + add), .at = "NTE01", .fixed = line(add)},
                 {.segments = line(note("DCP", "GOALS MET") + note("DCP", "DISCHARGED")),
                  .at = "NTE01",
                  .fixed = line(note("DCP", "GOALS MET DISCHARGED"))},
                 {.segments = line(add + note("TPO", "PAID") + note("TPO", "BY THE STATE")),
                  .at = "NTE01",
                  .fixed = line(add + note("TPO", "PAID BY THE STATE"))},
                 // Between them stands another: the first keeps its place.
                 {.segments = line(add + note("TPO", "PAID") + minutes),
                  .at = "NTE01",
                  .fixed = line(note("ADD", "DRESSING CHANGED 45 MINUTES") + note("TPO", "PAID"))},
                 // 80 characters, blank included.
                 {.segments = line(note("ADD", forty) + note("ADD", thirty_nine)),
                  .at = "NTE01",
                  .fixed = line(note("ADD", forty + " " + thirty_nine))},
                 {.segments = claim(add + minutes),
                  .at = "NTE01",
                  .fixed = claim(note("ADD", "DRESSING CHANGED 45 MINUTES"))},
                 {.segments = claim(note("CER", "CERTIFIED") + note("CER", "SEPTEMBER 2026")),
                  .at = "NTE01",
                  .fixed = claim(note("CER", "CERTIFIED SEPTEMBER 2026"))},
                 // Each loop is named.
                 {.segments = line(add + minutes) + line(add + minutes),
                  .at = "NTE01",
                  .times = 2,
                  .fixed = line(note("ADD", "DRESSING CHANGED 45 MINUTES")) +
                           line(note("ADD", "DRESSING CHANGED 45 MINUTES"))},
                 // 81 characters; unlike types; a claim takes one whatever its type.
                 {.segments = line(note("ADD", forty) + note("ADD", "X" + thirty_nine)), .at = "NTE01"},
                 {.segments = line(add + note("DCP", "GOALS MET")), .at = "NTE01"},
                 {.segments = line(add + minutes + note("DCP", "GOALS MET")), .at = "NTE01"},
                 {.segments = claim(add + note("CER", "CERTIFIED")), .at = "NTE01"},
                 {.segments = claim(add + note("TPO", "PAID")), .at = "NTE01"},
                 {.segments = claim(note("ADD", forty) + note("ADD", "X" + thirty_nine)), .at = "NTE01"},
             }});
}

TEST_CASE("NAR008: the finding tells which notes became one") {
  auto const scrubbed = scrub_text(file_with(line(note("ADD", "ONE") + note("ADD", "TWO"))));
  auto const found = found_of(scrubbed, "NAR008");
  CHECK(found.before == "NTE*ADD*ONE~NTE*ADD*TWO");
  CHECK(found.after == "NTE*ADD*ONE TWO");
}

TEST_CASE("NAR008: a hundred notes are joined, more are not") {
  auto const notes = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "NTE*ADD*CARE~";
    return found_of(scrub_text(file_with(line(text))), "NAR008");
  };
  CHECK(notes(100).applied);
  CHECK(notes(100).after == "NTE*ADD*CARE");
  auto const more = notes(101);
  CHECK_FALSE(more.applied);
  CHECK(more.fix == Applicability::input);
  CHECK(more.message.ends_with("More than a hundred notes are not joined."));
}

}  // namespace
}  // namespace scrub837::test::nar008_note_repeated_test
