#include "src/worklist/changed_cells.hpp"

#include <doctest/doctest.h>

#include "tests/worklist/rerun_rounds.hpp"

namespace scrub837::test::changed_cells_test {
namespace {

using State = RowResult::State;

// What becomes of the only row of a claim.
RowResult result_of(Fill const& fill) {
  auto const round = go_round(undescribed + "DTP*472*D8*20260914~NTE*GEN*HEALING WELL~", fill);
  REQUIRE(!round.results.empty());
  return round.results[0];
}

}  // namespace

TEST_CASE("changed cells: a text typed where nobody reads is told, whatever else the row has") {
  auto const only = result_of(
      [](FilledRow& row) { row.others.set("current_description", "COMPLEX WOUND CARE LEFT HEEL 45 MIN"); });
  CHECK(only.state == State::nothing_typed);
  CHECK(only.words == "current_description was changed; only the columns from narrative on are read");

  auto const beside = result_of([](FilledRow& row) {
    row.narrative = words;
    row.others.set("procedure", "G0299");
    row.others.set("units", "3");
  });
  CHECK(beside.words.find("narrative into SV101-7") != std::string::npos);
  CHECK(beside.words.ends_with(
      "; procedure and units were changed; only the columns from narrative on are read"));

  auto const refused = result_of([](FilledRow& row) {
    row.narrative = "N/A";
    row.others.set("modifiers", "GT");
  });
  CHECK(refused.state == State::refused);
  CHECK(refused.words.find(". modifiers was changed; only") != std::string::npos);
}

TEST_CASE("changed cells: a birth date cannot be corrected there, and that is told") {
  auto const typed = [](std::string const& birth_date) {
    return result_of([&](FilledRow& row) {
             row.narrative = words;
             row.others.set("birth_date", birth_date);
             row.others.set("patient", "DOE, JANE");
             row.others.set("member_id", "DEMO0001");
           })
        .words;
  };
  CHECK(
      typed("02/01/1950").ends_with("; birth_date was changed; only the columns from narrative on are read"));
  for (std::string const same : {"1/1/1950", "1950-01-01", "19500101", ""})
    CHECK(typed(same).find("changed") == std::string::npos);
}

TEST_CASE("changed cells: what a spreadsheet does to them, and what is deleted, is no change") {
  auto const kept = result_of([](FilledRow& row) {
    row.narrative = words;
    row.others.set("procedure", " 99600 ");
    row.others.set("units", "1.0");
    row.others.set("place", "12");
    row.others.set("diagnoses", "z9181");
    row.others.set("current_description", "  ");
    row.others.set("current_attachments", "");
  });
  CHECK(kept.state == State::applied);
  CHECK(kept.words.find("changed") == std::string::npos);
}

TEST_CASE("changed cells: not of a row that is about another claim") {
  auto const strange = result_of([](FilledRow& row) {
    row.narrative = words;
    row.others.set("claim", "ANOTHER");
    row.others.set("procedure", "G0299");
  });
  CHECK(strange.state == State::refused);
  CHECK(strange.words.find("changed") == std::string::npos);
}

}  // namespace scrub837::test::changed_cells_test
