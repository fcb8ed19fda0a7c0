#include <doctest/doctest.h>

#include "scrub837/rule.hpp"
#include "tests/support/draws.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/property.hpp"
#include "tests/worklist/rerun_rounds.hpp"

namespace scrub837::test::release_test {
namespace {

using State = RowResult::State;

Fill release(std::string const& reason) {
  return [reason](FilledRow& row) { row.release_reason = reason; };
}

std::string const unbalanced =
    "CLM*DEMO-1*130***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";

}  // namespace

TEST_CASE("release: what a receiver is certain to reject needs ten letters of reason") {
  auto const first = scrub_text(file_with(unbalanced));
  WorklistSupplies brief(filled(first, release("per Sue")));
  auto const second = rerun_text(first.held, brief);
  CHECK(second.claims(Disposition::held) == 1);
  CHECK(brief.results()[0].state == State::refused);
  CHECK(brief.results()[0].words.find("ten letters") != std::string::npos);
  CHECK(brief.releases().empty());
  REQUIRE(second.rows.size() == 1);
  CHECK(second.rows[0].typed[static_cast<std::size_t>(Typed::release_reason)] == "per Sue");
  CHECK(second.rows[0].needed.find("ten letters") != std::string::npos);
}

TEST_CASE("release: not while another answer for the claim is refused") {
  std::string const two =
      "CLM*DEMO-1*250***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99600*125*UN*1***1~"
      "DTP*472*D8*20260914~LX*2~SV1*HC:99600*125*UN*1***1~DTP*472*D8*20260915~";
  auto const first = scrub_text(file_with(two));
  auto const answers = [&](std::string const& narrative) {
    auto file = filled(first, release("payer takes it without"));
    bool typed = false;
    for (auto& row : file.rows) {
      if (row.line_index != 1) continue;
      row.release_reason.clear();
      row.narrative = narrative;
      typed = true;
    }
    REQUIRE(typed);
    return file;
  };
  WorklistSupplies refused(answers("N/A"));
  auto const held = rerun_text(first.held, refused);
  CHECK(held.claims(Disposition::held) == 1);
  CHECK(held.clean.find("CLM*") == std::string::npos);
  WorklistSupplies taken(answers("WOUND CARE LEFT HEEL 45 MIN"));
  CHECK(rerun_text(first.held, taken).claims(Disposition::held) == 0);
}

TEST_CASE("release: rules say themselves what a reason can do") {
  for (auto const* const rule : registry()) {
    bool const envelope = rule->id >= "ENV001" && rule->id <= "ENV008";
    if (envelope) CHECK(rule->release == Release::impossible);
  }
  CHECK(find_rule("ENV009")->release == Release::needs_reason);
  CHECK(find_rule("BAL001")->release == Release::needs_reason);
  CHECK(find_rule("NAR001")->release == Release::ordinary);
}

TEST_CASE("release: on a row above the claims it releases all claims below, and no other") {
  // An unknown segment in the billing provider's level.
  auto const claims = claim_with("A") + claim_with("B") + claim_with("C", undescribed);
  auto const input = replaced(file_with(interchange_with(group_with(set_with("0001", claims)))), "~\nHL*2",
                              "~\nZZZ*1~\nHL*2");
  auto text = input;
  auto const at = text.find("SE*");
  auto const count = std::stoi(text.substr(at + 3));
  text.replace(at, text.find('*', at + 3) - at, "SE*" + std::to_string(count + 1));
  auto const first = scrub_text(text);
  REQUIRE(first.claims(Disposition::held) == 3);
  REQUIRE(first.rows.size() == 2);
  CHECK(first.rows[0].key[0] == 'L');
  CHECK(first.rows[0].rule == "ENV009");
  CHECK(first.rows[0].needed.find("Its id is ") != std::string::npos);
  CHECK(first.rows[0].claim == "");
  // Its key is the same in the held file, read in blocks of any size.
  for (std::size_t const block_size : {64U, 1U << 20U}) {
    auto const again = scrub_text(first.held, Settings{}, block_size);
    REQUIRE(again.rows.size() == 2);
    CHECK(again.rows[0].key == first.rows[0].key);
  }
  WorklistSupplies supplies(filled(first, [](FilledRow& row) {
    if (row.key[0] == 'L') row.release_reason = "the payer wants this segment";
  }));
  auto const second = rerun_text(first.held, supplies);
  CHECK(second.claims(Disposition::released) == 2);
  CHECK(second.claims(Disposition::held) == 1);  // for its own error
  CHECK(supplies.results()[0].state == State::released);
  CHECK(supplies.results()[0].words ==
        "ENV009 is released; claims below that went out: 2; the payer's front end will reject these "
        "claims: "
        "ENV009");
  REQUIRE(supplies.releases().size() == 1);
  CHECK(supplies.releases()[0].rules == "ENV009");
  // A narrative typed there is about no claim: it is kept, and the row says so.
  WorklistSupplies more(filled(first, [](FilledRow& row) {
    if (row.key[0] != 'L') return;
    row.release_reason = "the payer wants this segment";
    row.narrative = words;
  }));
  auto const third = rerun_text(first.held, more);
  CHECK(third.claims(Disposition::released) == 2);
  // One claim below is still held: the next worklist has the row.
  CHECK(more.rows_left().empty());
  auto const kept = std::ranges::find(third.rows, first.rows[0].key, &Asked::key);
  REQUIRE(kept != third.rows.end());
  CHECK(kept->typed[static_cast<std::size_t>(Typed::narrative)] == words);
  CHECK(kept->typed[static_cast<std::size_t>(Typed::release_reason)] == "the payer wants this segment");
  CHECK(more.results()[0].words.find("nothing else in the row is used") != std::string::npos);
  WorklistSupplies brief(filled(first, release("per Sue")));
  CHECK(rerun_text(first.held, brief).claims(Disposition::held) == 3);
  CHECK(brief.results()[0].words.find("ten letters") != std::string::npos);
}

TEST_CASE("release: a set that is refused lists none, whatever was said when it was read first") {
  auto const input = replaced(file_with(undescribed), "*0001~\nGE", "*0009~\nGE");
  auto const first = scrub_text(input);
  WorklistSupplies supplies(filled(first, [](FilledRow& row) {
    row.release_reason = "agreed with the payer";
    if (row.key[0] == 'C') row.narrative = words;
  }));
  auto const second = rerun_text(first.held, supplies);
  CHECK(second.clean.empty());
  CHECK(supplies.releases().empty());
  for (auto const& result : supplies.results()) CHECK(result.state == State::refused);
  // Both texts stand in the new worklist.
  CHECK(supplies.rows_left().empty());
  for (auto const& row : second.rows) {
    CHECK(row.typed[static_cast<std::size_t>(Typed::release_reason)] == "agreed with the payer");
  }
}

TEST_CASE("typed: what parts data in the file is written as a semicolon, and said") {
  auto const first = scrub_text(file_with(undescribed));
  WorklistSupplies supplies(
      filled(first, [](FilledRow& row) { row.narrative = "EPI 1:1000 IM: WATCHED 45 MIN"; }));
  auto const second = rerun_text(first.held, supplies);
  CHECK(second.clean.find("99600:::::EPI 1;1000 IM; WATCHED 45 MIN*") != std::string::npos);
  CHECK(supplies.results()[0].words.find(": is written as ;") != std::string::npos);
}

TEST_CASE("keys: a row about another claim goes nowhere, and its text is shown for no other") {
  auto const claims = claim_with("A", undescribed) + claim_with("B", undescribed);
  auto const first = scrub_text(file_with(interchange_with(group_with(set_with("0001", claims)))));
  REQUIRE(first.rows.size() == 2);
  auto file = filled(first, [](FilledRow& row) { row.narrative = words; });
  std::swap(file.rows[0].key, file.rows[1].key);
  WorklistSupplies supplies(file);
  auto const second = rerun_text(first.held, supplies);
  CHECK(second.claims(Disposition::held) == 2);
  for (auto const& result : supplies.results()) CHECK(result.state == State::refused);
  for (auto const& row : second.rows) CHECK(row.typed[0].empty());
  CHECK(supplies.rows_left() == std::vector<std::size_t>{2, 3});
}

TEST_CASE("property: keys mangled in any way never crash, never reach another claim, and lose no text") {
  auto const claims = claim_with("A", undescribed) + claim_with("B", undescribed + undescribed);
  auto const first = scrub_text(file_with(interchange_with(group_with(set_with("0001", claims)))));
  REQUIRE(first.rows.size() == 3);
  holds(300, [&] {
    auto file = filled(first, [](FilledRow&) {});
    for (auto& row : file.rows) {
      row.narrative = words + " " + std::string(row.others["claim"]);
      row.others.set("line", std::to_string(row.line_index));
      auto const line = one_of<std::string>({"-1", "-2", "-0", "-99", "--5", "-9999999999", "-2147483648",
                                             "-4294967297", "-01", "", "-1.0", "-1 "});
      switch (any_in({0, 4})) {
        case 0:
          row.key.replace(row.key.find('-'), std::string::npos, line);
          break;
        case 1:
          row.key = file.rows[any_below(3)].key;
          break;
        case 2:
          row.key[any_below(row.key.size())] = one_of({'0', 'L', 'X', '-', 'g'});
          break;
        default:
          break;
      }
    }
    WorklistSupplies supplies(file);
    auto const second = rerun_text(first.held, supplies);
    ensure(second.outcome.totals.balanced());
    // No text on another claim.
    for (std::string const id : {"A", "B"}) {
      auto const begin = second.clean.find("CLM*" + id + "*");
      if (begin == std::string::npos) continue;
      auto const claim = second.clean.substr(begin, second.clean.find("CLM*", begin + 4) - begin);
      ensure_equal(claim.find(words + " " + (id == "A" ? "B" : "A")), std::string::npos);
    }
    // Each text went out, is asked for again, or is left.
    auto const left = supplies.rows_left();
    auto const results = supplies.results();
    for (std::size_t i = 0; i < file.rows.size(); ++i) {
      auto const& row = file.rows[i];
      bool const asked = std::any_of(second.rows.begin(), second.rows.end(),
                                     [&](auto const& again) { return again.typed[0] == row.narrative; });
      bool const kept = std::find(left.begin(), left.end(), row.number) != left.end();
      ensure(asked || kept || second.clean.find(row.narrative) != std::string::npos);
    }
  });
}

TEST_CASE("release: the record has the claim's own number, of which a spreadsheet took the zeros") {
  auto const first = scrub_text(file_with(replaced(unbalanced, "DEMO-1", "0041")));
  WorklistSupplies supplies(filled(first, [](FilledRow& row) {
    row.others.set("claim", "41");
    row.release_reason = "PAYER CONFIRMED BY PHONE 11/12 REF 4451";
  }));
  CHECK(rerun_text(first.held, supplies).claims(Disposition::released) == 1);
  REQUIRE(supplies.releases().size() == 1);
  CHECK(supplies.releases()[0].claim == "0041");
}

}  // namespace scrub837::test::release_test
