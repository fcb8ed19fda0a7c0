#include <doctest/doctest.h>

#include "src/worklist/worklist_supplies.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"

// Where a typed narrative goes if a line's note is too long or repeated: SV101-7 changes only if it has to.

namespace scrub837::test::typed_note_test {
namespace {

std::string const typed = "PORT FLUSH AND LAB DRAW 30 MIN";
std::string const described = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~";
std::string const mended = "SV1*HC:99600:::::PORT FLUSH AND LAB DRAW 30 MIN*125*UN*1***1~";
std::string const date = "DTP*472*D8*20260914~";
std::string const note = "NTE*ADD*" + typed + "~";
std::string const long_note = "NTE*ADD*WOUND " + std::string(76, 'A') + "~";

struct Case {
  std::string received, mended;
  std::string words = "narrative into 2400 NTE, replacing what was there";
};

void type_into(Case const& one, Settings const& settings = {}, FileStyle const& style = {}) {
  CAPTURE(one.received);
  auto const first = scrub_text(file_with(one.received, style), settings, style.block_size);
  REQUIRE(first.rows.size() == 1);
  FilledRow row;
  row.key = first.rows[0].key;
  row.narrative = typed;
  WorklistSupplies supplies({{row}, {}});
  auto const second = rerun_text(first.held, supplies, 1, settings, style.block_size);
  CHECK(supplies.results().at(0).words == one.words);
  CHECK(second.held.empty());
  CHECK(claim_bytes(second.clean, 1, style.delimiters) ==
        claim_bytes(file_with(one.mended, style), 1, style.delimiters));
}

TEST_CASE("typed note: where SV101-7 is right, a typed narrative goes into the faulty note alone") {
  std::string const listed = "SV1*HC:99213*125*UN*1***1~" + date;
  std::vector<Case> const cases{
      {described + date + long_note, described + date + note},
      {described + date + "NTE*ADD*ONE~NTE*DCP*TWO~", described + date + note},
      {described + date + long_note + "NTE*DCP*TWO~NTE*TPO*REPRICED~",
       described + date + note + "NTE*TPO*REPRICED~"},
      {described + date + "NTE*ADD*LEFT HEEL~NTE*TPO*" + std::string(81, 'A') + "~",
       described + date + "NTE*ADD*LEFT HEEL~NTE*TPO*" + typed + "~"},
      {listed + long_note, listed + note},
      {listed + "NTE*ADD*ONE~NTE*DCP*TWO~", listed + note},
  };
  for (auto const& style : styles()) {
    CAPTURE(style.name);
    for (auto const& one : cases) type_into(one, {}, style);
  }
}

TEST_CASE("typed note: where SV101-7 is missing or not right, a typed narrative goes there too") {
  std::string const both = "narrative into SV101-7; narrative into 2400 NTE too, replacing what was there";
  std::vector<Case> const cases{
      {"SV1*HC:99600*125*UN*1***1~" + date + long_note, mended + date + note, both},
      {"SV1*HC:99600:::::SEE NOTES*125*UN*1***1~" + date + long_note, mended + date + note, both},
      {"SV1*HC:99600:::::" + std::string(81, 'A') + "*125*UN*1***1~" + date + "NTE*ADD*ONE~NTE*DCP*TWO~",
       mended + date + note, both},
      {"SV1*HC:99600*125*UN*1***1~" + date + "NTE*DCP*LEFT HEEL~", mended + date + "NTE*DCP*LEFT HEEL~",
       "narrative into SV101-7"},
  };
  for (auto const& one : cases) type_into(one);
  type_into({"SV1*HC:99600:::::DRESSING CHANGE*125*UN*1***1~" + date + long_note, mended + date + note,
             "narrative into SV101-7, replacing what was there; narrative into 2400 NTE too, replacing what "
             "was there"},
            under("codes.unlisted.narrative_min_letters = 20"));
}

}  // namespace
}  // namespace scrub837::test::typed_note_test
