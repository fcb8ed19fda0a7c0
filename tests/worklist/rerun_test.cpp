#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "src/worklist/worklist_supplies.hpp"
#include "tests/support/property.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test {
namespace {

using State = RowResult::State;
using Fill = std::function<void(FilledRow&)>;

// The worklist of a run, with each row filled in by hand.
WorklistFile filled(Scrubbed const& scrubbed, Fill const& fill) {
  WorklistFile file;
  for (auto const& asked : scrubbed.rows) {
    FilledRow row;
    row.number = file.rows.size() + 2;
    row.key = asked.key;
    row.others.set("claim", asked.claim);
    row.line_index = static_cast<std::int64_t>(asked.line_index);
    fill(row);
    file.rows.push_back(row);
  }
  return file;
}

Fill narrative(std::string const& text) {
  return [text](FilledRow& row) { row.narrative = text; };
}

std::string const undescribed = "SV1*HC:99600*125*UN*1***1~";
std::string const words = "COMPLEX WOUND CARE LEFT HEEL 45 MIN";

// A file as it goes out of a rerun whose first control number is 500.
std::string sent(std::string const& snippet, FileStyle const& style = {}) {
  auto file = file_with(snippet, style);
  auto const part = [&](std::string text) {
    std::replace(text.begin(), text.end(), '*', style.delimiters.element);
    return text;
  };
  file = replaced(file, part("*000000001*0*T*"), part("*000000500*0*T*"));
  file = replaced(file, part("IEA*1*000000001"), part("IEA*1*000000500"));
  file = replaced(file, part("*1*X*005010X222A1"), part("*500*X*005010X222A1"));
  file = replaced(file, part("GE*1*1"), part("GE*1*500"));
  return replaced(file, part("BHT*0019*00*DEMO1*"), part("BHT*0019*00*0000005000001*"));
}

struct Round {
  Scrubbed first, second;
  std::vector<RowResult> results;
};

Round go_round(std::string const& snippet, Fill const& fill, FileStyle const& style = {}) {
  Round round;
  round.first = scrub_text(file_with(snippet, style), {}, style.block_size);
  WorklistSupplies supplies(filled(round.first, fill));
  round.second = rerun_text(round.first.held, supplies, 500, {}, style.block_size);
  round.results = supplies.results();
  CHECK(round.second.outcome.totals.balanced());
  return round;
}

TEST_CASE("rerun: a typed narrative goes into SV101-7, and nothing else changes but the control numbers") {
  for (auto const& style : styles()) {
    CAPTURE(style.name);
    auto const round = go_round(undescribed, narrative(words), style);
    CHECK(difference(round.second.clean, sent("SV1*HC:99600:::::" + words + "*125*UN*1***1~", style)) == "");
    CHECK(round.second.held.empty());
    CHECK(round.second.claims(Disposition::fixed) == 1);
    CHECK(round.results.at(0).state == State::applied);
    CHECK(round.results.at(0).words == "narrative into SV101-7");
  }
}

TEST_CASE("rerun: where each thing goes") {
  struct Case {
    std::string received, mended;
    Fill fill;
  };
  auto const attach = [](std::string type, std::string way, std::string number) {
    return [=](FilledRow& row) {
      row.attachment_type = type;
      row.attachment_transmission = way;
      row.attachment_control_number = number;
    };
  };
  std::string const line = "SV1*HC:99600:::::" + words + "*125*UN*1***1~";
  std::string const date = "DTP*472*D8*20260914~";
  std::string const times = "SV1*HC:99600:::::0900-1130*125*UN*1***1~";
  std::string const too_long(81, 'A');
  std::vector<Case> const cases{
      // An indicator that waits for its number is completed.
      {line + "PWK*NN*FX~", line + "PWK*NN*FX***AC*ACN7~", attach("", "", "ACN7")},
      {line + "PWK*NN*FX***AC*7~", line + "PWK*NN*FX***AC*ACN7~", attach("", "", "ACN7")},
      {line + "PWK*NN*AA***AC*ACN1~", line + "PWK*NN*FX***AC*ACN7~", attach("", "FX", "ACN7")},
      {line + "PWK*NN*AA***AC*ACN1~", line + "PWK*NN*AA~", attach("", "AA", "")},
      // One number for each that waits, in their order.
      {line + "PWK*NN*FX~PWK*OZ*EL***AC*ACN0~PWK*OD*BM~",
       line + "PWK*NN*FX***AC*ACN7~PWK*OZ*EL***AC*ACN0~PWK*OD*BM***AC*ACN8~", attach("", "", "ACN7; ACN8")},
      // A narrative and a new indicator, each in the guide's place.
      {undescribed + date, line + "PWK*NN*EL***AC*ACN7~" + date,
       [](FilledRow& row) {
         row.narrative = words;
         row.attachment_type = "NN";
         row.attachment_transmission = "EL";
         row.attachment_control_number = "ACN7";
       }},
      // Visit times stay.
      {times, "SV1*HC:99600:::::WOUND CARE LEFT HEEL 0900-1130*125*UN*1***1~",
       narrative("WOUND CARE LEFT HEEL")},
      // A shorter text takes the place of one that is too long, also in the note.
      {"SV1*HC:99600:::::" + too_long + "*125*UN*1***1~", line, narrative(words)},
      {undescribed + date + "NTE*ADD*" + too_long + "~", line + date + "NTE*ADD*" + words + "~",
       narrative(words)},
      {line + date + "NTE*ADD*" + std::string(50, 'B') + "~NTE*ADD*" + std::string(50, 'C') + "~",
       line + date + "NTE*ADD*" + words + "~", narrative(words)},
  };
  for (auto const& one : cases) {
    CAPTURE(one.received);
    auto const round = go_round(one.received, one.fill);
    CHECK(round.first.claims(Disposition::held) == 1);
    CHECK(difference(round.second.clean, sent(one.mended)) == "");
    CHECK(round.second.held.empty());
    for (auto const& result : round.results) CHECK(result.state == State::applied);
  }
}

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

TEST_CASE("rerun: where the payer reads a note too, a typed narrative goes into both") {
  auto const settings = under("[profile.codes.\"99600\"]\nnarrative_in = [\"SV101-7\", \"2400 NTE\"]\n");
  std::string const date = "DTP*472*D8*20260914~";
  auto const first = scrub_text(file_with(undescribed + date), settings);
  WorklistSupplies supplies(filled(first, narrative(words)));
  auto const second = rerun_text(first.held, supplies, 500, settings);
  CHECK(difference(second.clean, sent("SV1*HC:99600:::::" + words + "*125*UN*1***1~" + date + "NTE*ADD*" +
                                      words + "~")) == "");
  CHECK(second.held.empty());
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

TEST_CASE("rerun: a row with texts for the letter alone says so, and keeps them while the claim is held") {
  auto const round = go_round(undescribed, [](FilledRow& row) { row.comparable_code = "97597"; });
  CHECK(round.results.at(0).state == State::nothing_typed);
  CHECK(round.results.at(0).words.find("only for the cover letter") != std::string::npos);
  CHECK(difference(round.second.held, round.first.held) == "");
  REQUIRE(round.second.rows.size() == 1);
  CHECK(round.second.rows[0].typed[static_cast<std::size_t>(Typed::comparable_code)] == "97597");
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
  CHECK(supplies.results()[0].words.find("row 3, for another claim") != std::string::npos);
  CHECK(supplies.results()[1].words.find("row 2, for another claim") != std::string::npos);
}

TEST_CASE("rerun: a release lets one claim out with its error, and is told") {
  std::string const unbalanced =
      "CLM*DEMO-1*130***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
  auto const first = scrub_text(file_with(unbalanced));
  WorklistSupplies supplies(
      filled(first, [](FilledRow& row) { row.release_reason = "agreed with the payer"; }));
  auto const second = rerun_text(first.held, supplies, 500);
  CHECK(second.claims(Disposition::released) == 1);
  CHECK(second.outcome.totals.of(Disposition::released).cents == 13000);
  CHECK(difference(second.clean, sent(unbalanced)) == "");
  CHECK(found_of(second, "BAL001").disposition == "released");
  CHECK(supplies.results()[0].state == State::released);
  REQUIRE(supplies.releases().size() == 1);
  CHECK(supplies.releases()[0].rules == "BAL001");
  CHECK(supplies.releases()[0].row->release_reason == "agreed with the payer");
  CHECK(supplies.results()[0].words ==
        "goes out with BAL001; the payer's front end will reject this claim: BAL001");
}

TEST_CASE("rerun: nothing above the claims can be released or mended from a row") {
  auto const first = scrub_text(replaced(file_with(undescribed), "*0001~\nGE", "*0009~\nGE"));
  REQUIRE(first.claims(Disposition::held) == 1);
  WorklistSupplies supplies(filled(first, [](FilledRow& row) {
    if (row.key.starts_with('C')) row.narrative = words;
    row.release_reason = "let it go";
  }));
  auto const second = rerun_text(first.held, supplies);
  CHECK(second.clean.empty());
  CHECK(difference(second.held, first.held) == "");
  for (auto const& result : supplies.results()) CHECK(result.state == State::refused);
}

TEST_CASE("rerun: a claim that is still held asks again, with what was typed kept") {
  std::string const claim =
      "CLM*DEMO-1*130***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99600*125*UN*1***1~DTP*472*D8*20260914~";
  auto const round = go_round(claim, [](FilledRow& row) {
    if (row.line_index == 1) row.narrative = words;
  });
  CHECK(round.second.claims(Disposition::held) == 1);
  CHECK(difference(round.second.held, round.first.held) == "");
  CHECK(round.second.rules() == "BAL001 ATT001");
  REQUIRE(round.second.rows.size() == 2);
  CHECK(round.second.rows[0].rule == "BAL001");
  CHECK(round.second.rows[0].required);
  CHECK(round.second.rows[1].typed[0] == words);
  CHECK_FALSE(round.second.rows[1].required);
  CHECK(round.results[1].words.find("still held: BAL001") != std::string::npos);
}

TEST_CASE("rerun: half of the rows leaves exactly the other half held, and a second run says the same") {
  holds(60, [](void) {
    auto const count = *rc::gen::inRange<std::size_t>(1, 12);
    std::string claims;
    for (std::size_t i = 0; i < count; ++i) claims += claim_with("CLAIM" + std::to_string(i), undescribed);
    auto const block_size = *rc::gen::element<std::size_t>(64, 1000, 1U << 20U);
    auto const first = scrub_text(file_with(interchange_with(group_with(set_with("0001", claims)))));
    RC_ASSERT(first.rows.size() == count);
    std::size_t chosen = 0;
    auto const file = filled(first, [&](FilledRow& row) {
      if (!*rc::gen::arbitrary<bool>()) return;
      row.narrative = words;
      ++chosen;
    });
    WorklistSupplies supplies(file);
    auto const second = rerun_text(first.held, supplies, 7, {}, block_size);
    RC_ASSERT(second.claims(Disposition::fixed) == chosen);
    RC_ASSERT(second.claims(Disposition::held) == count - chosen);
    RC_ASSERT(second.rows.size() == count - chosen);
    // What is left asks for the very rows that nobody filled in.
    for (auto const& row : second.rows) {
      RC_ASSERT(std::any_of(file.rows.begin(), file.rows.end(), [&](FilledRow const& typed) {
        return typed.key == row.key && typed.narrative.empty();
      }));
    }
    WorklistSupplies again(file);
    auto const third = rerun_text(first.held, again, 7);
    RC_ASSERT(third.clean == second.clean);
    RC_ASSERT(third.held == second.held);
    // The clean file is whole and has no error left.
    if (chosen > 0) {
      auto const checked = scrub_text(second.clean);
      RC_ASSERT(checked.claims(Disposition::clean) == chosen);
      RC_ASSERT(checked.outcome.totals.by_severity[static_cast<std::size_t>(Severity::error)] == 0U);
    }
    // Filled in at last, the rest goes out too.
    if (chosen < count) {
      WorklistSupplies rest(filled(second, narrative(words)));
      auto const last = rerun_text(second.held, rest, 8);
      RC_ASSERT(last.held.empty());
      RC_ASSERT(last.claims(Disposition::fixed) == count - chosen);
    }
  });
}

}  // namespace
}  // namespace scrub837::test
