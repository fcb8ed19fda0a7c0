#include <doctest/doctest.h>

#include "tests/worklist/rerun_rounds.hpp"

// A reason was given for what was there: it does not let out what another answer got wrong.
namespace scrub837::test::release_beside_value_test {
namespace {

using State = RowResult::State;

std::string const reason = "PAYER CONFIRMED BY PHONE 11/12 REF 4451";

// A claim of two lines: the first lacks its description, the second has a fault that asks for a value.
std::string claim(std::string const& second) {
  return "CLM*DEMO-1*250***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~" + undescribed + "DTP*472*D8*20260914~LX*2~" +
         second + "DTP*472*D8*20260914~";
}

TEST_CASE("a release in one row sends no wrong value of another row") {
  struct Case {
    std::string second, wrong, right;
  };
  for (auto const& one : std::vector<Case>{
           {"SV1*HC:9921*125*UN*1***1~", "99213X", "99213"},
           {"SV1*HC:99213*125*QQ*1***1~", "XX", "UN"},
           {"SV1*HC:99213*125*UN*1***4~", "3", "1"},
           {"SV1*HC:99213*125*UN*1*91**1~", "999", "11"},
       }) {
    CAPTURE(one.second);
    auto const round = [&](std::string const& value) {
      return go_round(claim(one.second), [&](FilledRow& row) {
        if (row.line_index == 1) row.release_reason = reason;
        if (row.line_index == 2) row.value = value;
      });
    };
    auto const wrong = round(one.wrong);
    REQUIRE(wrong.first.rows.size() == 2);
    CHECK(wrong.second.clean.empty());
    CHECK(round(one.right).second.claims(Disposition::released) == 1);
  }
}

TEST_CASE("above the claims, a reason beside a value that is not right either releases nothing") {
  auto const billed = [](std::string const& npi) {
    return "NM1*85*2*DEMO HOME CARE*****XX*" + npi + "~" + claim_with("A", "SV1*HC:99213*125*UN*1***1~");
  };
  auto const round = [&](std::string const& value) {
    return go_round(billed("1234567890"), [&](FilledRow& row) {
      row.value = value;
      row.release_reason = reason;
    });
  };
  CHECK(round("1234567891").second.clean.empty());
  CHECK(round("1234567893").second.held.empty());
  CHECK(round("").second.claims(Disposition::released) == 1);
}

TEST_CASE("above the claims, a reason is kept for the claims that are still held") {
  auto const file = "NM1*85*2*DEMO HOME CARE*****XX*1234567890~" +
                    claim_with("A", "SV1*HC:99213*125*UN*1***1~") + claim_with("B", undescribed);
  auto const round = go_round(file, [](FilledRow& row) {
    if (row.others["claim"].empty()) row.release_reason = reason;
  });
  CHECK(round.second.claims(Disposition::released) == 1);
  CHECK(round.second.claims(Disposition::held) == 1);
  auto const above =
      std::ranges::find_if(round.second.rows, [](Asked const& row) { return row.claim.empty(); });
  REQUIRE(above != round.second.rows.end());
  CHECK(above->typed[static_cast<std::size_t>(Typed::release_reason)] == reason);
  // With it, the claim that is answered next goes out too.
  WorklistSupplies supplies(filled(round.second, [&](FilledRow& row) {
    if (row.others["claim"].empty()) row.release_reason = reason;
    if (!row.others["claim"].empty()) row.narrative = words;
  }));
  CHECK(rerun_text(round.second.held, supplies, 600, {}).claims(Disposition::released) == 1);
}

}  // namespace
}  // namespace scrub837::test::release_beside_value_test
