#include <doctest/doctest.h>

#include "scrub837/settings.hpp"
#include "src/guide/bound_guide.hpp"
#include "tests/support/rule_test.hpp"
#include "tests/worklist/rerun_rounds.hpp"

namespace scrub837::test::use001_segment_missing_test {
namespace {

TEST_CASE("USE001 segment-missing") {
  RuleCases cases;
  cases.valid.push_back(
      "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~");
  cases.invalid.push_back(
      {.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
       .at = ""});
  cases.invalid.push_back(
      {.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~", .at = ""});
  cases.invalid.push_back({.segments = "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~LX*2~SV1*HC:99213*"
                                       "125*UN*1***1~DTP*472*D8*20260914~",
                           .at = "",
                           .times = 2});
  rule_test("USE001", cases);
}

Settings guided_by(std::string const& rows) {
  auto result =
      guide::read_companion("guide DEMO narrows 005010X222A1\n" + rows, guide::shipped_guide()->table());
  REQUIRE(std::holds_alternative<guide::Table>(result));
  Settings settings;
  settings.guide = std::make_shared<guide::BoundGuide const>(std::get<guide::Table>(std::move(result)));
  return settings;
}

TEST_CASE("USE001: an authorization number that a companion guide requires is typed into its column") {
  auto const settings = guided_by("2300 REF REF01=G1 R\n");
  auto const first = scrub_text(file_with("SV1*HC:99213*125*UN*1***1~"), settings);
  REQUIRE(first.rows.size() == 1);
  CHECK(
      first.rows[0].needed ==
      "REF*G1 (prior authorization number) of the claim (2300) is required but missing. Type the number that "
      "the payer gave in the column authorization_number.");
  WorklistSupplies supplies(filled(first, [](FilledRow& row) { row.authorization_number = "AUTH001"; }));
  auto const second = rerun_text(first.held, supplies, 500, settings);
  CHECK(second.claims(Disposition::held) == 0);
  CHECK(second.clean.find("REF*G1*AUTH001~") != std::string::npos);
}

TEST_CASE("USE001: what has no column is entered in the billing system") {
  auto const row =
      scrub_text(
          file_with("CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~"))
          .rows.at(0);
  CHECK(
      row.needed.find("is required but missing. Enter it in the billing system, and send the claim again.") !=
      std::string::npos);
  CHECK(row.needed.find("authorization_number") == std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::use001_segment_missing_test
