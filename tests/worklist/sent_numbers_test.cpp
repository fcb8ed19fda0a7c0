#include <doctest/doctest.h>

#include <algorithm>

#include "tests/worklist/rerun_rounds.hpp"

// An attachment control number that was typed for one claim and is another claim's.
namespace scrub837::test::sent_numbers_test {
namespace {

std::string const waiting = undescribed + "PWK*NN*EL~";
std::string const with_number = undescribed + "PWK*NN*EL***AC*ACN0002~";

TEST_CASE("control numbers: one that another held claim has is found in the rerun (ATT006)") {
  auto const reused = [](std::string const& number) {
    auto const round =
        go_round(claim_with("DEMO-1", with_number) + claim_with("DEMO-2", waiting), [&](FilledRow& row) {
          row.narrative = words + " " + std::string(row.others["claim"]);
          if (row.others["claim"] == "DEMO-2") row.attachment_control_number = number;
        });
    return std::ranges::count(round.second.findings, std::string("ATT006"), &Found::rule);
  };
  CHECK(reused("ACN0002") == 1);
  CHECK(reused("ACN0003") == 0);
}

TEST_CASE("control numbers: one that went out for another claim is taken, and the result says so") {
  auto const first = scrub_text(file_with(claim_with("DEMO-1", waiting)));
  auto const words_for = [&](std::string const& claim) {
    WorklistSupplies supplies(filled(first, [](FilledRow& row) {
      row.narrative = words;
      row.attachment_control_number = "ACN0002";
    }));
    REQUIRE(supplies.numbers_typed().contains("ACN0002"));
    supplies.note_sent_number("acn0002", claim);
    auto const second = rerun_text(first.held, supplies, 500, {});
    CHECK(second.held.empty());
    return supplies.results()[0].words;
  };
  CHECK(words_for("DEMO-9").find("the control number went out before, for claim DEMO-9") !=
        std::string::npos);
  CHECK(words_for("DEMO-1").find("went out before") == std::string::npos);
}

TEST_CASE("control numbers: one typed for two claims is refused for both, in small letters too") {
  auto const round =
      go_round(claim_with("DEMO-1", waiting) + claim_with("DEMO-2", waiting), [](FilledRow& row) {
        row.narrative = words + " " + std::string(row.others["claim"]);
        row.attachment_control_number = row.others["claim"] == "DEMO-1" ? "ACN0002" : "acn0002";
      });
  REQUIRE(round.results.size() == 2);
  CHECK(round.results[0].state == RowResult::State::refused);
  CHECK(round.results[0].words.find("was also typed for claim DEMO-2") != std::string::npos);
  CHECK(round.results[1].words.find("was also typed for claim DEMO-1") != std::string::npos);
  CHECK(round.second.claims(Disposition::held) == 2);
}

}  // namespace
}  // namespace scrub837::test::sent_numbers_test
