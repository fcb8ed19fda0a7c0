#include <doctest/doctest.h>

#include "tests/worklist/rerun_rounds.hpp"

// A value that is no better than what was there is refused: the next worklist asks what was asked before.
namespace scrub837::test::refused_values_test {
namespace {

using State = RowResult::State;

std::string const office = "SV1*HC:99213*125*UN*1***1~";
std::string const sound = claim_with("DEMO-1", office);

std::string payer(std::string const& rest) { return "NM1*PR*2*DEMO PAYER*****" + rest + "~" + sound; }

Fill values(std::vector<std::string> const& typed) {
  return [typed, next = std::size_t{0}](FilledRow& row) mutable {
    if (next < typed.size()) row.value = typed[next++];
  };
}

TEST_CASE("refused values: the question stays, and the reason is in last_result") {
  struct Case {
    std::string snippet, wrong, right;
  };
  for (auto const& one : std::vector<Case>{
           {payer("PI"), "1", "DEMO01"},
           {claim_with("DEMO-1", "SV1*HC:99213*125*UN****1~"), "1.23456789012345678", "1"},
           {claim_with("DEMO-1", "SV1*HC:99213*125**1***1~"), "QQ", "UN"},
           {claim_with("DEMO-1", office + "LIN**N4*00409114105~CTP****1~"), "QQ", "UN"},
       }) {
    CAPTURE(one.snippet);
    auto const round = go_round(one.snippet, values({one.wrong}));
    REQUIRE(round.first.rows.size() == 1);
    REQUIRE(round.results.size() == 1);
    CHECK(round.results[0].state == State::refused);
    CHECK(round.results[0].words.starts_with("The value is not right either. "));
    REQUIRE(round.second.rows.size() == 1);
    auto const& asked = round.first.rows[0];
    auto const& again = round.second.rows[0];
    CHECK(again.rule == asked.rule);
    CHECK(again.needed == asked.needed);
    CHECK(again.element == asked.element);
    CHECK(again.current_value == asked.current_value);
    CHECK(again.typed[static_cast<std::size_t>(Typed::value)] == one.wrong);
    CHECK(again.last_result == "refused: " + round.results[0].words);
    CHECK(go_round(one.snippet, values({one.right})).second.held.empty());
  }
}

TEST_CASE("refused values: a qualifier is judged while its id is missing") {
  auto const first = scrub_text(file_with("NM1*PR*2*DEMO PAYER~" + sound));
  REQUIRE(first.rows.size() == 2);
  auto const round = go_round("NM1*PR*2*DEMO PAYER~" + sound, values({"MI"}));
  CHECK(round.results[0].state == State::refused);
  CHECK(round.results[0].words == "value is not a code that the guide allows for NM108. Allowed: PI, XV.");
  CHECK(round.second.rows.size() == 2);
  CHECK(go_round("NM1*PR*2*DEMO PAYER~" + sound, values({"PI", "DEMO01"})).second.held.empty());
  // Of the others, the right one goes in.
  auto const both = go_round("NM1*PR*2*DEMO PAYER~" + sound, values({"MI", "DEMO01"}));
  CHECK(both.results[0].state == State::refused);
  CHECK(both.results[1].state == State::applied);
}

TEST_CASE("refused values: the other answers of the claim are kept") {
  auto const file = "CLM*DEMO-1*250***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125**1***1~" +
                    std::string("DTP*472*D8*20260914~LX*2~SV1*HC:99213*125*UN*1***1~DTP*472*D8~");
  auto const round = go_round(file, values({"QQ", "09/14/2026"}));
  REQUIRE(round.results.size() == 2);
  CHECK(round.results[0].state == State::refused);
  CHECK(round.results[1].state == State::applied);
  REQUIRE(round.second.rows.size() == 2);
  CHECK(round.second.rows[1].typed[static_cast<std::size_t>(Typed::value)] == "09/14/2026");
}

TEST_CASE("refused values: the unit of a drug is asked for in plain words") {
  auto const first = scrub_text(file_with(claim_with("DEMO-1", office + "LIN**N4*00409114105~CTP****1~")));
  REQUIRE(first.rows.size() == 1);
  CHECK(first.rows[0].needed.find("UN unit, ML milliliter, GR gram") != std::string::npos);
  CHECK(first.rows[0].needed.find("HC:99214") == std::string::npos);
}

TEST_CASE("a payer ID that is typed again does not refuse the rows below it") {
  auto const file = "NM1*PR*2*DEMO PAYER*****PI~" + claim_with("DEMO-1", undescribed);
  auto const first = go_round(file, [](FilledRow& row) {
    if (row.others["claim"].empty()) row.value = "DEMO0X";
    if (!row.others["claim"].empty()) row.narrative = "see notes";
  });
  REQUIRE(first.second.rows.size() == 2);
  auto typed = filled(first.second, [](FilledRow& row) {
    if (row.others["claim"].empty()) row.value = "DEMO01";
    if (!row.others["claim"].empty()) row.narrative = words;
  });
  for (std::size_t i = 0; i < typed.rows.size(); ++i)
    typed.rows[i].others.set("payer_id", first.second.rows[i].payer_id);
  WorklistSupplies supplies(std::move(typed));
  auto const second = rerun_text(first.second.held, supplies, 600, {});
  CHECK(second.held.empty());
  CHECK(second.clean.find("*PI*DEMO01~") != std::string::npos);
  for (auto const& result : supplies.results()) CHECK(result.state == State::applied);
}

}  // namespace
}  // namespace scrub837::test::refused_values_test
