#include <doctest/doctest.h>

#include <algorithm>

#include "scrub837/rule.hpp"
#include "tests/support/text_diff.hpp"
#include "tests/worklist/rerun_rounds.hpp"

// Values of elements above the claims, with rules made for these tests alone.

namespace scrub837::test::worklist_rows_above_test {
namespace {

using State = RowResult::State;

Fill value(std::string const& text) {
  return [text](FilledRow& row) { row.value = text; };
}

// Asks for the value of NM109 in 2010AA, 2010BA and of the second REF of 2010AA while it is BAD or
// 1234567890.
template <LoopId wanted, Kind kind, std::uint8_t element>
void check_element(SegmentRun const& run, Reporter& report) {
  auto const* const loop = run.find(wanted);
  if (loop == nullptr) return;
  for (auto i = loop->first; i < loop->last; ++i) {
    if (run.segments[i].kind != kind ||
        (run.segment(i)[element] != "BAD" && run.segment(i)[element] != "1234567890"))
      continue;
    report.add({i, element, 0}, -1, "The id is not right.");
    report.ask_for_value();
  }
}

template <LoopId wanted, Kind kind, std::uint8_t element>
constexpr Rule asks_for{
    .id = "TST001",
    .name = "test-id",
    .severity = Severity::error,
    .snip = 5,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = {.what = "", .why = "", .fix = "Type the id.", .bad = "", .good = "", .source = ""},
    .check = SegmentRunCheck{check_element<wanted, kind, element>}};

std::string forty_claims() {
  std::string claims;
  for (int i = 1; i <= 40; ++i) claims += claim_with("C" + std::to_string(i));
  return file_with(interchange_with(group_with(set_with("0001", claims))));
}

Settings with_rule(Rule const& rule) {
  // BAD is no id by other rules either.
  auto settings = ignoring({"COD", "USE", "LEN", "SIT"});
  settings.add(rule);
  return settings;
}

struct RoundAbove {
  Scrubbed first, second;
  std::vector<RowResult> results;
};
RoundAbove go_above(std::string const& text, Settings const& settings, Fill const& fill) {
  RoundAbove round;
  round.first = scrub_text(text, settings);
  WorklistSupplies supplies(filled(round.first, fill));
  round.second = rerun_text(round.first.held, supplies, 500, settings);
  round.results = supplies.results();
  return round;
}

}  // namespace

TEST_CASE("value above the claims: one row for forty claims, which all go out with it") {
  auto const settings = with_rule(asks_for<LoopId::L2010AA, Kind::NM1, 9>);
  auto const right = forty_claims();
  auto const at = right.find("NM1*85*");
  auto const end = right.find('~', at);
  auto const npi = right.substr(end - 10, 10);
  auto text = right;
  text.replace(end - 10, 10, "BAD");
  auto const first = scrub_text(text, settings);
  CHECK(first.claims(Disposition::held) == 40);
  REQUIRE(first.rows.size() == 1);
  CHECK(first.rows[0].element == "NM109");
  CHECK(first.rows[0].loop == "2010AA");
  CHECK(first.rows[0].current_value == "BAD");
  CHECK(first.rows[0].claim == "");
  auto const round = go_above(text, settings, value(npi));
  CHECK(round.second.claims(Disposition::clean) == 40);
  CHECK(round.second.rows.empty());
  CHECK(round.second.clean.find("BAD") == std::string::npos);
  CHECK(round.second.clean.find("*XX*" + npi + "~") != std::string::npos);
  CHECK(round.results.at(0).state == State::applied);
  CHECK(round.results[0].words == "value into NM109; claims below that went out: 40");
  // The same bytes as if it had been right from the beginning, but for the control numbers.
  WorklistSupplies nothing({});
  CHECK(difference(round.second.clean, rerun_text(right, nothing, 500, settings).clean) == "");
}

TEST_CASE("value above the claims: wrong, it holds them still, and the row is there again") {
  auto const settings = with_rule(asks_for<LoopId::L2010AA, Kind::NM1, 9>);
  auto text = forty_claims();
  auto const end = text.find('~', text.find("NM1*85*"));
  text.replace(end - 10, 10, "BAD");
  // No NPI: it isn't even tried. Ten digits are, and what the rule says of them decides.
  struct Case {
    std::string received, typed;
    char const* words;
  };
  for (auto const& one : std::vector<Case>{{text, "bad", "value is not an NPI for NM109"},
                                           {text, "BAD", "value is not an NPI for NM109"},
                                           {replaced(text, "*BAD~", "*1234567890~"), "1234567890",
                                            "The value is not right either. The id is not right."}}) {
    CAPTURE(one.typed);
    auto const still = go_above(one.received, settings, value(one.typed));
    CHECK(still.second.claims(Disposition::held) == 40);
    CHECK(still.results.at(0).state == State::refused);
    CHECK(still.results.at(0).words.find(one.words) != std::string::npos);
    REQUIRE(still.second.rows.size() == 1);
    CHECK(still.second.rows[0].key == still.first.rows[0].key);
    CHECK(still.second.rows[0].typed[static_cast<std::size_t>(Typed::value)] == one.typed);
    CHECK(still.second.rows[0].needed.find("The id is not right.") != std::string::npos);
  }
}

TEST_CASE("value above the claims: a row has the payer of its level") {
  auto const settings = with_rule(asks_for<LoopId::L2010BA, Kind::NM1, 9>);
  auto const first =
      scrub_text(file_with("HL*1**20*1~HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JO****MI*BAD~N3*2 DEMO ST~"
                           "N4*RICHMOND*VA*23219~DMG*D8*19500101*F~NM1*PR*2*DEMO PAYER*****PI*PAYER01~" +
                           claim_with("DEMO-1")),
                 settings);
  REQUIRE(first.rows.size() == 1);
  CHECK(first.rows[0].payer == "DEMO PAYER");
  CHECK(first.rows[0].payer_id == "PAYER01");
}

TEST_CASE(
    "value above the claims: a subscriber's id, of one subscriber alone, judged for claims and profile") {
  auto const settings = with_rule(asks_for<LoopId::L2010BA, Kind::NM1, 9>);
  auto const subscriber = [](std::string const& member) {
    return "HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JO****" + member +
           "~N3*2 DEMO ST~N4*RICHMOND*VA*23219~DMG*D8*19500101*F~NM1*PR*2*DEMO PAYER*****PI*PAYER01~" +
           claim_with("DEMO-1");
  };
  auto const text = file_with("HL*1**20*1~" + subscriber("MI*BAD") + subscriber("*BAD"));
  auto const first = scrub_text(text, settings);
  REQUIRE(first.rows.size() == 2);
  CHECK(first.rows[0].key != first.rows[1].key);
  WorklistSupplies supplies(
      filled(first, [&](FilledRow& row) { row.value = row.key == first.rows[1].key ? "MEMBER2" : ""; }));
  auto const second = rerun_text(first.held, supplies, 500, settings);
  CHECK(second.claims(Disposition::clean) == 1);
  CHECK(second.claims(Disposition::held) == 1);
  CHECK(second.clean.find("NM1*IL*1*DOE*JO****MI*MEMBER2~") != std::string::npos);
  CHECK(second.held.find("NM1*IL*1*DOE*JO****MI*BAD~") != std::string::npos);
}

TEST_CASE("value above the claims: of a segment that repeats, the one that is meant") {
  auto const settings = with_rule(asks_for<LoopId::L2010AA, Kind::REF, 2>);
  auto text = forty_claims();
  auto const at = text.find("HL*2");
  text.insert(at, "REF*1G*BAD~\nREF*1G*GOOD~\nREF*1G*BAD~\n");
  auto const se = text.find("SE*");
  auto const count = std::stoi(text.substr(se + 3));
  text.replace(se, text.find('*', se + 3) - se, "SE*" + std::to_string(count + 3));
  auto const first = scrub_text(text, settings);
  REQUIRE(first.rows.size() == 2);
  CHECK(first.rows[0].key != first.rows[1].key);
  int typed = 0;
  auto const round =
      go_above(text, settings, [&](FilledRow& row) { row.value = "ID" + std::to_string(++typed); });
  CHECK(round.second.claims(Disposition::clean) == 40);
  CHECK(round.second.clean.find("REF*1G*ID1~\nREF*1G*GOOD~\nREF*1G*ID2~") != std::string::npos);
}

TEST_CASE("value above the claims: kept as long as a claim below is held") {
  auto const settings = with_rule(asks_for<LoopId::L2010AA, Kind::NM1, 9>);
  auto text = file_with(
      interchange_with(group_with(set_with("0001", claim_with("A") + claim_with("B", undescribed)))));
  auto const end = text.find('~', text.find("NM1*85*"));
  text.replace(end - 10, 10, "BAD");
  auto const round = go_above(text, settings, [](FilledRow& row) {
    if (row.key[0] == 'L') row.value = "1234567893";
  });
  CHECK(round.second.claims(Disposition::clean) == 1);
  CHECK(round.second.claims(Disposition::held) == 1);
  CHECK(round.second.held.find("*BAD~") != std::string::npos);
  auto const kept =
      std::ranges::find_if(round.second.rows, [](Asked const& row) { return row.key[0] == 'L'; });
  REQUIRE(kept != round.second.rows.end());
  CHECK(kept->typed[static_cast<std::size_t>(Typed::value)] == "1234567893");
  // Its answer, and the one that was missing, let the second claim out.
  WorklistSupplies supplies(filled(round.second, [&](FilledRow& row) {
    if (row.key[0] == 'L') {
      row.value = "1234567893";
    } else {
      row.narrative = words;
    }
  }));
  auto const third = rerun_text(round.second.held, supplies, 600, settings);
  CHECK(third.claims(Disposition::fixed) == 1);
  CHECK(third.rows.empty());
}

}  // namespace scrub837::test::worklist_rows_above_test
