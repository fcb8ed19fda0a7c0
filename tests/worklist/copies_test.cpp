#include <doctest/doctest.h>

#include "tests/support/text_diff.hpp"
#include "tests/worklist/rerun_rounds.hpp"

// A claim that is in the input files twice has one answer only where both rows were answered.
namespace scrub837::test::copies_test {
namespace {

using State = RowResult::State;

std::string const claim = claim_with("DEMO-1", undescribed);

Round with_answers(std::size_t answers, Fill const& fill) {
  std::size_t row_number = 0;
  return go_round(claim + claim, [&](FilledRow& row) {
    if (row_number++ < answers) fill(row);
  });
}

TEST_CASE("copies: one answered row sends one of two equal claims, and the other one stays held") {
  auto const round = with_answers(1, narrative(words));
  CHECK(round.first.rows.size() == 2);
  CHECK(round.second.claims(Disposition::fixed) == 1);
  CHECK(round.second.claims(Disposition::held) == 1);
  REQUIRE(round.results.size() == 2);
  CHECK(round.results[0].state == State::applied);
  CHECK(round.results[0].words.find("a copy of the claim is still held") != std::string::npos);
  CHECK(round.results[1].state == State::nothing_typed);
  REQUIRE(round.second.rows.size() == 1);
  // The answer was one claim's: it is not typed into the next worklist for the other one.
  CHECK(round.second.rows[0].typed[static_cast<std::size_t>(Typed::narrative)].empty());
}

TEST_CASE("copies: two answered rows send both") {
  auto const round = with_answers(2, narrative(words));
  CHECK(round.second.claims(Disposition::fixed) == 2);
  CHECK(round.second.held.empty());
}

TEST_CASE("copies: a reason lets one of two equal claims out") {
  Fill const release = [](FilledRow& row) { row.release_reason = "PAYER CONFIRMED BY PHONE 11/12 REF 4451"; };
  auto const one = with_answers(1, release);
  CHECK(one.second.claims(Disposition::released) == 1);
  CHECK(one.second.claims(Disposition::held) == 1);
  CHECK(with_answers(2, release).second.claims(Disposition::released) == 2);
  auto const first = scrub_text(file_with(claim + claim));
  WorklistSupplies supplies(filled(first, release));
  static_cast<void>(rerun_text(first.held, supplies, 500, {}));
  CHECK(supplies.releases().size() == 2);
}

TEST_CASE("copies: an answer that does not let the claim out is every copy's") {
  auto const round = with_answers(1, narrative("see chart"));
  CHECK(round.second.claims(Disposition::held) == 2);
  REQUIRE(round.results.size() == 2);
  CHECK(round.results[0].state == State::refused);
}

// Rows of two copies in one file, or in two.
WorklistFile for_two_copies(Scrubbed const& first, Fill const& one, Fill const& other,
                            bool two_files = false) {
  std::size_t row_number = 0;
  return filled(first, [&](FilledRow& row) {
    bool const second = row_number++ > 0;
    row.others.set("file", second && two_files ? "b.837" : "a.837");
    row.others.set("claim_index", second && !two_files ? "2" : "1");
    (second ? other : one)(row);
  });
}

// A list put together from an older and a newer one has such rows, too, and there is one claim: nobody knows
// which answer is meant.
TEST_CASE("copies: rows with different answers are all refused, whichever copy they name") {
  Fill const release = [](FilledRow& row) { row.release_reason = "PAYER CONFIRMED BY PHONE 11/12 REF 4451"; };
  auto const first = scrub_text(file_with(claim + claim));
  for (bool const two_files : {false, true}) {
    for (auto const& other : {release, narrative("IV INFUSION 60 MIN")}) {
      WorklistSupplies supplies(for_two_copies(first, narrative(words), other, two_files));
      auto const second = rerun_text(first.held, supplies, 500, {});
      CHECK(second.claims(Disposition::held) == 2);
      for (auto const& result : supplies.results()) CHECK(result.state == State::refused);
    }
  }
}

TEST_CASE("copies: two rows of one claim with different answers are both refused") {
  auto const first = scrub_text(file_with(claim + claim));
  auto file = for_two_copies(first, narrative(words), narrative("IV INFUSION 60 MIN"));
  file.rows[1].others.set("claim_index", "1");
  WorklistSupplies supplies(std::move(file));
  static_cast<void>(rerun_text(first.held, supplies, 500, {}));
  for (auto const& result : supplies.results()) CHECK(result.state == State::refused);
}

}  // namespace
}  // namespace scrub837::test::copies_test
