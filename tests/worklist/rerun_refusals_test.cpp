#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/text_diff.hpp"
#include "tests/worklist/rerun_rounds.hpp"

namespace scrub837::test::rerun_refusals_test {
namespace {

using State = RowResult::State;

TEST_CASE("rerun: a narrative that takes the place of a good one is told") {
  auto const received = "SV1*HC:99600:::::PORT FLUSH AND LAB DRAW*125*UN*1***1~PWK*NN*FX~";
  auto const round = go_round(received, [](FilledRow& row) {
    row.narrative = words;
    row.attachment_control_number = "ACN7";
  });
  CHECK(difference(round.second.clean,
                   sent("SV1*HC:99600:::::" + words + "*125*UN*1***1~PWK*NN*FX***AC*ACN7~")) == "");
  CHECK(round.results.at(0).words ==
        "narrative into SV101-7, replacing what was there; control number into PWK06");
}

TEST_CASE("rerun: what can't be applied is refused with a reason, and the claim stays as received") {
  struct Case {
    Fill fill;
    std::string reason;
  };
  auto const attach = [](std::string type, std::string way, std::string number) {
    return [=](FilledRow& row) {
      row.narrative = words;
      row.attachment_type = type;
      row.attachment_transmission = way;
      row.attachment_control_number = number;
    };
  };
  std::vector<Case> const cases{
      {narrative(std::string(81, 'A')), "81 characters"},
      {narrative(std::string(10000, 'A')), "10000 characters"},
      {narrative("WOUND CARE LEFT \xE4\xB8\xAD HEEL"), "U+4E2D (\xE4\xB8\xAD), which is not in the X12"},
      {narrative("SEE NOTES"), "The narrative"},
      {narrative("ok"), "type what was done"},
      {narrative("99600"), "type what was done"},
      {narrative("N/A"), "type what was done"},
      {narrative("#NAME?"), "could not show the narrative"},
      {narrative("########"), "could not show the narrative"},
      {attach("NN", "EL", "#######"), "could not show the control number"},
      {attach("NN", "EL", "N/A"), "not a control number"},
      {attach("NN", "EL", "0000000"), "not a control number"},
      {attach("NN", "EL", "11/12/2026"), "attachment_control_number has a date"},
      {attach("77", "EL", "ACN7"), "attachment_type"},
      {attach("NN", "MAIL", "ACN7"), "attachment_transmission"},
      {attach("NN", "EL", ""), "needs its control number"},
      {attach("NN", "AA", "ACN7"), "With AA nothing is sent"},
      {attach("NN", "EL", "1.2E+15"), "exponent"},
      {attach("NN", "EL", "1,23457E+15"), "exponent"},
      {attach("NN", "EL", "7"), "2 to 50"},
      {attach("NN", "EL", std::string(51, '7')), "2 to 50"},
      {attach("NN", "EL", "AC*7"), "contains *, a delimiter"},
      {attach("", "", "ACN7"), "needs both"},
      {attach("", "", "ACN7;ACN8"),
       "2 control numbers were typed, but the number of PWK segments that need one is 0"},
      {attach("", "", "ACN7;8"), "2 to 50"},
      {attach("NN", "EL", "ACN7;ACN8"), "leave attachment_type"},
      {attach("NN", "EL", ";"), "needs its control number"},
      {attach("NN", "", ""), "needs both"},
      {[](FilledRow& row) {
         row.narrative = words;
         row.formula = true;
       },
       "formula"},
      {[](FilledRow& row) {
         row.narrative = words;
         row.wrong_cell_count = true;
       },
       "cells"},
  };
  for (auto const& one : cases) {
    CAPTURE(one.reason);
    auto const round = go_round(undescribed, one.fill);
    CHECK(round.results.at(0).state == State::refused);
    CHECK(round.results.at(0).words.find(one.reason) != std::string::npos);
    CHECK(round.second.clean.empty());
    CHECK(difference(round.second.held, round.first.held) == "");
  }
}

TEST_CASE("rerun: rows are found by key alone, and a wrong one blocks no other") {
  auto const first = scrub_text(file_with(undescribed + undescribed));
  REQUIRE(first.rows.size() == 2);
  auto file = filled(first, narrative(words));
  FilledRow stranger = file.rows[0];
  stranger.key[1] = stranger.key[1] == '0' ? '1' : '0';
  stranger.number = 4;
  FilledRow nonsense = file.rows[0];
  nonsense.key = "=1+1";
  nonsense.number = 5;
  FilledRow twin = file.rows[0];
  twin.number = 6;
  FilledRow blank = file.rows[1];
  blank.narrative.clear();
  blank.number = 7;
  for (auto const& row : {stranger, nonsense, twin, blank}) file.rows.push_back(row);
  WorklistSupplies supplies(file);
  auto const second = rerun_text(first.held, supplies);
  CHECK(second.claims(Disposition::fixed) == 1);
  auto const& results = supplies.results();
  CHECK(results[0].state == State::applied);
  CHECK(results[1].state == State::applied);
  CHECK(results[2].state == State::not_found);
  CHECK(results[3].state == State::refused);
  CHECK(results[4].words == "Same as row 2.");
  CHECK(results[5].state == State::nothing_typed);
}

TEST_CASE("rerun: two rows that contradict each other are both refused") {
  auto const first = scrub_text(file_with(undescribed));
  auto file = filled(first, narrative(words));
  file.rows.push_back(file.rows[0]);
  file.rows[1].number = 3;
  file.rows[1].narrative = "CAREGIVER TRAINING TRACH SUCTION";
  WorklistSupplies supplies(file);
  auto const second = rerun_text(first.held, supplies);
  CHECK(second.clean.empty());
  for (auto const& result : supplies.results()) {
    CHECK(result.state == State::refused);
    CHECK(result.words.find("2 and 3") != std::string::npos);
  }
}

TEST_CASE("rerun: answers that contradict each other are not in the next worklist, which would apply one") {
  auto const first = scrub_text(file_with(undescribed));
  auto file = filled(first, narrative("WOUND CARE LEFT HEEL 45 MIN"));
  file.rows.push_back(file.rows[0]);
  file.rows[1].narrative = "WOUND CARE RIGHT HEEL 45 MIN";
  file.rows[1].number = 3;
  WorklistSupplies supplies(file);
  auto const second = rerun_text(first.held, supplies);
  REQUIRE(second.rows.size() == 1);
  CHECK(second.rows[0].typed[static_cast<std::size_t>(Typed::narrative)].empty());
  CHECK(second.rows[0].last_result.starts_with("refused: Rows 2 and 3"));
  // Both texts are kept.
  CHECK(supplies.rows_left() == std::vector<std::size_t>{2, 3});
}

TEST_CASE("rerun: a refused answer keeps its claim, though nothing else holds it any more") {
  // Two lines without a charge: with one of them answered, the total is no longer zero.
  std::string const received =
      "CLM*DEMO-1*0***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99600:::::" + words +
      "*0*UN*1***1~DTP*472*D8*20260914~LX*2~SV1*HC:99600:::::DRESSING CHANGE LEFT HEEL 30 MIN"
      "*0*UN*1***1~DTP*472*D8*20260915~";
  auto const first = scrub_text(file_with(received));
  REQUIRE(first.rows.size() == 2);
  WorklistSupplies supplies(
      filled(first, [](FilledRow& row) { row.value = row.line_index == 1 ? "120" : "12,5"; }));
  auto const second = rerun_text(first.held, supplies);
  CHECK(second.claims(Disposition::held) == 1);
  CHECK(second.clean.find("CLM*") == std::string::npos);
  CHECK(difference(second.held, first.held) == "");
  // Both answers are in the next worklist.
  REQUIRE(second.rows.size() == 2);
  CHECK(second.rows[0].typed[static_cast<std::size_t>(Typed::value)] == "120");
  CHECK(second.rows[1].typed[static_cast<std::size_t>(Typed::value)] == "12,5");
  CHECK(second.rows[1].last_result.starts_with("refused"));
}

TEST_CASE("rerun: a control number typed for two claims is refused for both") {
  auto const claims = claim_with("A", undescribed) + claim_with("B", undescribed);
  auto const first = scrub_text(file_with(interchange_with(group_with(set_with("0001", claims)))));
  REQUIRE(first.rows.size() == 2);
  WorklistSupplies supplies(filled(first, [](FilledRow& row) {
    row.narrative = words;
    row.attachment_type = "NN";
    row.attachment_transmission = "FX";
    row.attachment_control_number = "ACN7";
  }));
  auto const second = rerun_text(first.held, supplies);
  CHECK(second.claims(Disposition::held) == 2);
  CHECK(supplies.results()[0].words.find("also typed for claim B;") != std::string::npos);
  CHECK(supplies.results()[1].words.find("also typed for claim A;") != std::string::npos);
}

TEST_CASE("rerun: nothing above the claims can be released or mended from a row") {
  auto const first = scrub_text(replaced(file_with(undescribed), "*0001~\nGE", "*0009~\nGE"));
  REQUIRE(first.claims(Disposition::held) == 1);
  WorklistSupplies supplies(filled(first, [](FilledRow& row) {
    if (row.key.starts_with('C')) row.narrative = words;
    row.release_reason = "per Sue, let it go";
  }));
  auto const second = rerun_text(first.held, supplies);
  CHECK(second.clean.empty());
  CHECK(difference(second.held, first.held) == "");
  for (auto const& result : supplies.results()) CHECK(result.state == State::refused);
}

}  // namespace
}  // namespace scrub837::test::rerun_refusals_test
