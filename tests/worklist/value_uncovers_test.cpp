#include <doctest/doctest.h>

#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"
#include "tests/support/typed_cells.hpp"
#include "tests/worklist/rerun_rounds.hpp"

// A value that is right may uncover that another element is not: that one is asked for in the next round, and
// can be answered then.

namespace scrub837::test::value_uncovers_test {
namespace {

// Types into rows by the element that they ask for, round after round, from the same held file.
struct Answer {
  std::string element, value;
};

Scrubbed answered(std::string const& snippet, std::vector<Answer> const& answers) {
  auto const first = scrub_text(file_with(snippet));
  REQUIRE(!first.held.empty());
  auto rows = first.rows;
  Scrubbed last;
  for (auto const& answer : answers) {
    std::vector<FilledRow> filled;
    for (auto const& row : rows) {
      FilledRow typed;
      typed.number = filled.size() + 2;
      typed.key = row.key;
      typed.others.set("rule", row.rule);
      typed.value = row.typed[static_cast<std::size_t>(Typed::value)];
      if (row.element == answer.element && typed.value.empty()) typed.value = answer.value;
      filled.push_back(typed);
    }
    WorklistSupplies supplies({filled, {}});
    last = rerun_text(first.held, supplies, 1, {}, 4096);
    for (auto const& result : supplies.results()) {
      CAPTURE(result.words);
      CHECK(result.state != RowResult::State::refused);
    }
    rows = last.rows;
  }
  return last;
}

TEST_CASE("value: what a right value uncovers can be typed in the next round, and the claim goes out") {
  std::string const claim = "CLM*A1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~";
  std::string const line = "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
  struct Case {
    std::string snippet;
    std::vector<Answer> answers;
    std::string out;
  };
  for (auto const& one : std::vector<Case>{
           {claim + "NM1*82*1*LUNA*PEDRO****24*742223344~" + line,
            {{"NM108", "XX"}, {"NM109", "1234567893"}},
            "NM1*82*1*LUNA*PEDRO****XX*1234567893~"},
           {claim + "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472**20261340~",
            {{"DTP02", "D8"}, {"DTP03", "09/14/2026"}},
            "DTP*472*D8*20260914~"},
           {"NM1*IL*1*KURZ*OTTO****XX*AMB0001~" + claim + line,
            {{"NM108", "MI"}},
            "NM1*IL*1*KURZ*OTTO****MI*AMB0001~"},
       }) {
    CAPTURE(one.snippet);
    auto const last = answered(one.snippet, one.answers);
    CHECK(last.held.empty());
    CHECK(last.clean.find(one.out) != std::string::npos);
  }
}

}  // namespace
}  // namespace scrub837::test::value_uncovers_test
