#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/draws.hpp"
#include "tests/support/property.hpp"
#include "tests/support/text_diff.hpp"
#include "tests/worklist/rerun_rounds.hpp"

namespace scrub837::test::rerun_test {
namespace {

using State = RowResult::State;

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

TEST_CASE("rerun: a row with texts for the letter alone says so, and keeps them while the claim is held") {
  auto const round = go_round(undescribed, [](FilledRow& row) { row.comparable_code = "97597"; });
  CHECK(round.results.at(0).state == State::nothing_typed);
  CHECK(round.results.at(0).words.find("only for the cover letter") != std::string::npos);
  CHECK(difference(round.second.held, round.first.held) == "");
  REQUIRE(round.second.rows.size() == 1);
  CHECK(round.second.rows[0].typed[static_cast<std::size_t>(Typed::comparable_code)] == "97597");
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
  holds(60, [] {
    auto const count = static_cast<std::size_t>(any_in({1, 12}));
    std::string claims;
    for (std::size_t i = 0; i < count; ++i) claims += claim_with("CLAIM" + std::to_string(i), undescribed);
    auto const block_size = one_of<std::size_t>({64, 1000, 1U << 20U});
    auto const first = scrub_text(file_with(interchange_with(group_with(set_with("0001", claims)))));
    ensure_equal(first.rows.size(), count);
    std::size_t chosen = 0;
    auto const file = filled(first, [&](FilledRow& row) {
      if (!any_flag()) return;
      row.narrative = words;
      ++chosen;
    });
    WorklistSupplies supplies(file);
    auto const second = rerun_text(first.held, supplies, 7, {}, block_size);
    ensure_equal(second.claims(Disposition::fixed), chosen);
    ensure_equal(second.claims(Disposition::held), count - chosen);
    ensure_equal(second.rows.size(), count - chosen);
    // What is left asks for the very rows that nobody filled in.
    for (auto const& row : second.rows) {
      ensure(std::any_of(file.rows.begin(), file.rows.end(), [&](FilledRow const& typed) {
        return typed.key == row.key && typed.narrative.empty();
      }));
    }
    WorklistSupplies again(file);
    auto const third = rerun_text(first.held, again, 7);
    ensure_equal(third.clean, second.clean);
    ensure_equal(third.held, second.held);
    // The clean file is whole and has no error left.
    if (chosen > 0) {
      auto const checked = scrub_text(second.clean);
      ensure_equal(checked.claims(Disposition::clean), chosen);
      ensure_equal(checked.outcome.totals.by_severity[static_cast<std::size_t>(Severity::error)], 0U);
    }
    // Filled in at last, the rest goes out too.
    if (chosen < count) {
      WorklistSupplies rest(filled(second, narrative(words)));
      auto const last = rerun_text(second.held, rest, 8);
      ensure(last.held.empty());
      ensure_equal(last.claims(Disposition::fixed), count - chosen);
    }
  });
}

}  // namespace
}  // namespace scrub837::test::rerun_test
