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
    supplies.note_sent_number("ACN0002", claim);
    auto const second = rerun_text(first.held, supplies, 500, {});
    CHECK(second.held.empty());
    return supplies.results()[0].words;
  };
  CHECK(words_for("DEMO-9").find("the control number went out before, for claim DEMO-9") !=
        std::string::npos);
  CHECK(words_for("DEMO-1").find("went out before") == std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::sent_numbers_test
