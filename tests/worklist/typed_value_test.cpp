#include "src/worklist/typed_value.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "src/scrub/row_key.hpp"
#include "tests/support/text_diff.hpp"
#include "tests/worklist/rerun_rounds.hpp"

namespace scrub837::test::typed_value_test {
namespace {

using State = RowResult::State;

std::string const described = "SV1*HC:99600:::::" + words + "*125*UN*1***1~";

Fill value(std::string const& text) {
  return [text](FilledRow& row) { row.value = text; };
}

// The row that asks for an element; complains if there is none.
Asked const& row_for(Scrubbed const& scrubbed, std::string_view element) {
  auto const found = std::ranges::find(scrubbed.rows, element, &Asked::element);
  REQUIRE(found != scrubbed.rows.end());
  return *found;
}

}  // namespace

TEST_CASE("value: a total, a note's type and a charge go into their elements, and nothing else changes") {
  struct Case {
    char const* name;
    std::string received, element, current, typed, sent;
  };
  std::string const claim = "CLM*DEMO-1*";
  auto const billed = [&](std::string const& total, std::string const& charge) {
    return claim + total + "***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99600:::::" + words + "*" + charge +
           "*UN*1***1~DTP*472*D8*20260914~";
  };
  auto const noted = [&](std::string const& type) {
    return described + "DTP*472*D8*20260914~NTE*" + type + "*LEFT HEEL HEALING WELL~";
  };
  for (auto const& one : std::vector<Case>{
           {"total", billed("130", "125"), "CLM02", "130", "125", billed("125", "125")},
           {"total as a spreadsheet shows it", billed("130", "1125"), "CLM02", "130", "$1,125.00",
            billed("1125.00", "1125")},
           {"type of a note", noted("GEN"), "NTE01", "GEN", "add", noted("ADD")},
           {"charge, and the total that follows from it", billed("0", "0"), "SV102", "0", "125",
            billed("125.00", "125")},
       }) {
    CAPTURE(one.name);
    auto const first = scrub_text(file_with(one.received));
    CHECK(first.claims(Disposition::held) == 1);
    auto const& row = row_for(first, one.element);
    CHECK(row.current_value == one.current);
    CHECK(row.needed.find(" in the column value.") != std::string::npos);
    auto const round = go_round(one.received, value(one.typed));
    CHECK(difference(round.second.clean, sent(one.sent)) == "");
    CHECK(round.second.held.empty());
    for (auto const& result : round.results) CHECK(result.state == State::applied);
  }
}

TEST_CASE("value: diagnosis pointers as people type them") {
  auto const billed = [](std::string const& pointers) {
    return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:I509*ABF:E1122*ABF:Z9181~LX*1~SV1*HC:99213*125*UN*1***" +
           pointers + "~DTP*472*D8*20260914~";
  };
  struct Case {
    std::string received, typed, sent;
  };
  for (auto const& one : std::vector<Case>{{"4", "1", "1"},
                                           {"4", "1 2", "1:2"},
                                           {"1:4", "2:1", "2:1"},
                                           {"7", "3, 1", "3:1"},
                                           {"7", "AC", "1:3"},
                                           {"7", "b", "2"},
                                           {"", "1;2;3", "1:2:3"}}) {
    CAPTURE(one.typed);
    auto const first = scrub_text(file_with(billed(one.received)));
    CHECK(row_for(first, "SV107").current_value == one.received);
    auto const round = go_round(billed(one.received), value(one.typed));
    CHECK(difference(round.second.clean, sent(billed(one.sent))) == "");
    CHECK(round.second.held.empty());
  }
  // In a file with other separators.
  FileStyle style;
  style.delimiters.component = '>';
  auto const first = scrub_text(file_with(billed("4"), style));
  WorklistSupplies supplies(filled(first, value("1:2")));
  CHECK(rerun_text(first.held, supplies).clean.find("***1>2~") != std::string::npos);
  for (auto const* const typed : {"12", "1 9", "Z", "1.2", "1:02:00", "see HI", "1/2"}) {
    CAPTURE(typed);
    auto const round = go_round(billed("4"), value(typed));
    CHECK(round.second.claims(Disposition::held) == 1);
    CHECK(round.results.at(0).state == State::refused);
  }
}

TEST_CASE("value: judged like input, and the claim stays held if it is not right") {
  std::string const received =
      "CLM*DEMO-1*130***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~" + described + "DTP*472*D8*20260914~";
  struct Case {
    std::string typed;
    State state;
    char const* words;
  };
  for (auto const& one :
       std::vector<Case>{{"135", State::refused, "The value is not right either. CLM02 is $135.00"},
                         {"125.005", State::refused, "not an amount"},
                         {"a lot", State::refused, "not an amount"},
                         {"12,50", State::refused, "not an amount"},
                         {"1.3E+02", State::refused, "rounded"},
                         {"####", State::refused, "could not show"},
                         {"N/A", State::refused, "does not say anything"},
                         {"125~130", State::refused, "not an amount"}}) {
    CAPTURE(one.typed);
    auto const round = go_round(received, value(one.typed));
    CHECK(round.second.claims(Disposition::held) == 1);
    REQUIRE(round.results.size() == 1);
    CHECK(round.results[0].state == one.state);
    CHECK(round.results[0].words.find(one.words) != std::string::npos);
    // The next worklist has it, and says what became of it.
    auto const& again = row_for(round.second, "CLM02");
    CHECK(again.key == round.first.rows[0].key);
    CHECK(again.typed[static_cast<std::size_t>(Typed::value)] == one.typed);
    CHECK(again.last_result.find(one.words) != std::string::npos);
  }
}

TEST_CASE("value: only where it is asked for, and nothing else there") {
  auto const misplaced = go_round(undescribed, value("125"));
  CHECK(misplaced.results.at(0).state == State::refused);
  CHECK(misplaced.second.claims(Disposition::held) == 1);
  // A line with a row of its own gets its text there.
  auto const two = undescribed + "DTP*472*D8*20260914~NTE*GEN*LEFT HEEL HEALING WELL~";
  auto const first = scrub_text(file_with(two));
  REQUIRE(first.rows.size() == 2);
  WorklistSupplies supplies(filled(first, [](FilledRow& row) {
    if (parse_row_key(row.key)->value.element != 0) row.narrative = words;
  }));
  CHECK(rerun_text(first.held, supplies).claims(Disposition::held) == 1);
  CHECK(std::ranges::any_of(supplies.results(), [](RowResult const& result) {
    return result.state == State::refused && result.words.find("asks only for value") != std::string::npos;
  }));
  // One without takes both in one row.
  auto const alone =
      go_round(described + "DTP*472*D8*20260914~NTE*GEN*LEFT HEEL HEALING WELL~", [](FilledRow& row) {
        row.value = "ADD";
        row.authorization_number = "AUTH77";
      });
  CHECK(alone.second.claims(Disposition::fixed) == 1);
  CHECK(alone.second.clean.find("REF*G1*AUTH77~") != std::string::npos);
}

TEST_CASE("value: in the only row of a claim, its note and authorization go in with it") {
  std::string const received =
      "CLM*DEMO-1*130***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~" + described + "DTP*472*D8*20260914~";
  auto const round = go_round(received, [](FilledRow& row) {
    row.value = "125";
    row.narrative = "SEEN WITH THE DAY NURSE PRESENT";
    row.authorization_number = "AUTH77";
  });
  CHECK(round.second.claims(Disposition::fixed) == 1);
  CHECK(round.second.clean.find("CLM*DEMO-1*125*") != std::string::npos);
  CHECK(round.second.clean.find("REF*G1*AUTH77~\nNTE*ADD*SEEN WITH THE DAY NURSE PRESENT~") !=
        std::string::npos);
}

TEST_CASE("value: into no element that no rule asks for, whatever the key says") {
  std::string const received =
      "CLM*DEMO-1*130***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~" + described + "DTP*472*D8*20260914~";
  for (std::string const place : {"1.1", "1.9", "1.2.3", "2.1.2", "4.1.2", "99.1"}) {
    CAPTURE(place);
    auto const first = scrub_text(file_with(received));
    REQUIRE(first.rows.size() == 1);
    auto file = filled(first, value("125"));
    auto edited = file.rows[0];
    edited.key.replace(edited.key.rfind('-') + 1, edited.key.npos, place);
    edited.value = "C6";
    edited.number = 3;
    file.rows.push_back(edited);
    WorklistSupplies supplies(std::move(file));
    auto const second = rerun_text(first.held, supplies);
    CHECK(supplies.results().at(1).state == State::refused);
    // What was refused is wanted in the claim, so it stays; a row that cannot be about it blocks nothing.
    CHECK(second.claims(Disposition::held) == (place == "99.1" ? 0 : 1));
    CHECK(second.clean.find("C6") == std::string::npos);
  }
}

TEST_CASE("value: amounts are written plainly, and none is negative") {
  auto const segment = SegmentView("SV1*HC:99600*0*UN*1***1", {});
  struct Typed {
    std::string typed, written;
  };
  for (auto const& one : std::vector<Typed>{{"0150", "150"},
                                            {"150.", "150"},
                                            {"0.50", "0.50"},
                                            {"150.00", "150.00"},
                                            {"$-250", ""},
                                            {"(250)", ""},
                                            {"150.0000", ""},
                                            {"1,25", ""},
                                            {"100000000", ""},
                                            {"1,250,000", "1250000"}}) {
    CAPTURE(one.typed);
    TypedEdits result;
    put_value(result, one.typed, segment, {3, 2, 0, 0});
    CHECK(result.refused.empty() == !one.written.empty());
    if (!one.written.empty()) CHECK(result.edits.at(0).value == one.written);
  }
}

TEST_CASE("value: a claim that waits for more keeps what was typed") {
  std::string const received =
      "CLM*DEMO-1*130***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~" + undescribed + "DTP*472*D8*20260914~";
  auto const first = scrub_text(file_with(received));
  REQUIRE(first.rows.size() == 2);
  WorklistSupplies supplies(filled(first, [](FilledRow& row) {
    if (parse_row_key(row.key)->value.element != 0) row.value = "125";
  }));
  auto const second = rerun_text(first.held, supplies);
  CHECK(second.claims(Disposition::held) == 1);
  REQUIRE(second.rows.size() == 2);
  auto const kept = std::ranges::find_if(
      second.rows, [](Asked const& row) { return row.needed.starts_with("Nothing more is asked for here"); });
  REQUIRE(kept != second.rows.end());
  CHECK(kept->typed[static_cast<std::size_t>(Typed::value)] == "125");
}

TEST_CASE("value: typed twice for one line or total, the claim is judged with both") {
  std::string const received =
      "CLM*DEMO-1*0***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99600:::::" + words +
      "*0*UN*1***1~DTP*472*D8*20260914~LX*2~SV1*HC:99213*50*UN*1***1~DTP*472*D8*20260914~";
  auto const first = scrub_text(file_with(received));
  WorklistSupplies supplies(
      filled(first, [&](FilledRow& row) { row.value = parse_row_key(row.key)->line == 0 ? "175" : "125"; }));
  auto const second = rerun_text(first.held, supplies);
  CHECK(second.claims(Disposition::fixed) == 1);
  CHECK(second.clean.find("CLM*DEMO-1*175*") != std::string::npos);
  CHECK(second.clean.find(words + "*125*") != std::string::npos);
}

TEST_CASE("value: two rows of a line with different descriptions: none is lost without a word") {
  // The unit and the charge are asked for, each in a row.
  auto const received = "SV1*HC:99600:::::" + words + "*A*XX*1***1~DTP*472*D8*20260914~";
  int row_number = 0;
  auto const round = go_round(received, [&](FilledRow& row) {
    row.narrative = ++row_number == 1 ? "DRESSING CHANGED LEFT HEEL 45 MIN" : "OSTOMY BAG CHANGED 30 MIN";
  });
  REQUIRE(row_number >= 2);
  CHECK(round.second.claims(Disposition::held) == 1);
  CHECK(std::ranges::any_of(round.results, [](RowResult const& result) {
    return result.state == State::refused && result.words.find("different text") != std::string::npos;
  }));
  std::string kept;
  for (auto const& row : round.second.rows)
    kept += row.typed[static_cast<std::size_t>(Typed::narrative)] + ";";
  CHECK(kept.find("OSTOMY") != std::string::npos);
  CHECK(kept.find("DRESSING") != std::string::npos);
}

TEST_CASE("value: a row for a pointer lists all diagnoses with their numbers") {
  auto const first = scrub_text(
      file_with("CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:I509*ABF:E119~LX*1~SV1*HC:99213*125*UN*1***2:4~"
                "DTP*472*D8*20260914~"));
  CHECK(row_for(first, "SV107").diagnoses == "1 I509, 2 E119");
}

TEST_CASE("value: a composite is typed as a whole, with colons; an NDC may have its hyphens") {
  std::string const line = "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
  struct Case {
    std::string received, element, typed, sent;
  };
  for (auto const& one :
       std::vector<Case>{{"CLM*DEMO-1*125****Y*A*Y*Y~HI*ABK:Z9181~" + line, "CLM05", "12:b:1",
                          "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~" + line},
                         {"SV1**125*UN*1***1~", "SV101", "HC:99213:25", "SV1*HC:99213:25*125*UN*1***1~"},
                         {"SV1*HC:J1885*125*UN*1***1~LIN**N4*57894-0030-01~CTP****1*ML~", "LIN03",
                          "57894-0030-01", "SV1*HC:J1885*125*UN*1***1~LIN**N4*57894003001~CTP****1*ML~"}}) {
    CAPTURE(one.element);
    auto const round = go_round(one.received, value(one.typed));
    CHECK(row_for(round.first, one.element).needed.find("column value") != std::string::npos);
    REQUIRE(round.results.size() == 1);
    CHECK(round.results[0].state == State::applied);
    CHECK(difference(round.second.clean, sent(one.sent)) == "");
  }
  // A part alone is not enough.
  auto const part = go_round("SV1**125*UN*1***1~", value("99213"));
  CHECK(part.results[0].state == State::refused);
  CHECK(part.results[0].words.find("like HC:99214") != std::string::npos);
}

}  // namespace scrub837::test::typed_value_test
