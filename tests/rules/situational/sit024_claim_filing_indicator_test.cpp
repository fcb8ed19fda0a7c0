#include <doctest/doctest.h>

#include "tests/rules/situational/coordinated_claim.hpp"
#include "tests/support/rule_test.hpp"
#include "tests/worklist/rerun_rounds.hpp"

namespace scrub837::test::sit024_claim_filing_indicator_test {
namespace {

std::string const line = "SV1*HC:99213*125*UN*1***1~";

std::string beside(std::string const& sbr) {
  return replaced(coordinated("P", other_payer("S", ""), {""}), "SBR*S*18*******CI~", sbr);
}

TEST_CASE("SIT024 claim-filing-indicator") {
  rule_test("SIT024", {.valid =
                           {
                               "SBR*P*18*******CI~" + line,
                               "SBR*P********MB~" + line,
                               // Not in the list: COD001.
                               "SBR*P*18*******QQ~" + line,
                               beside("SBR*S*18*******MC~"),
                           },
                       .invalid = {
                           {.segments = "SBR*P*18~" + line, .at = "SBR09"},
                           {.segments = "SBR*P*18*GRP1*******~" + line, .at = "SBR09"},
                           {.segments = beside("SBR*S*18~"), .at = "SBR09", .severity = "warning"},
                           {.segments = beside("SBR*S*18*******~"), .at = "SBR09", .severity = "warning"},
                       }});
}

TEST_CASE("SIT024: typed, in any case, the claim goes out") {
  auto const round = go_round("SBR*P*18~" + line, [](FilledRow& row) { row.value = "ci"; });
  REQUIRE(round.first.rows.size() == 1);
  CHECK(round.first.rows[0].loop == "2000B");
  CHECK(round.first.rows[0].needed.find("MC Medicaid") != std::string::npos);
  CHECK(difference(round.second.clean, sent("SBR*P*18*******CI~" + line)) == "");
}

TEST_CASE("SIT024: a severity of the user's is that of every finding") {
  Settings settings;
  REQUIRE(settings.set_severity("SIT024", Severity::info));
  settings.info = true;
  CHECK(found_of(scrub_text(file_with("SBR*P*18~" + line), settings), "SIT024").severity == "info");
  CHECK(found_of(scrub_text(file_with(beside("SBR*S*18~")), settings), "SIT024").severity == "info");
}

}  // namespace
}  // namespace scrub837::test::sit024_claim_filing_indicator_test
