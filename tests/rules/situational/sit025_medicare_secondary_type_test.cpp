#include <doctest/doctest.h>

#include "tests/rules/situational/coordinated_claim.hpp"
#include "tests/support/rule_test.hpp"
#include "tests/worklist/rerun_rounds.hpp"

namespace scrub837::test::sit025_medicare_secondary_type_test {
namespace {

std::string const line = "SV1*HC:99213*125*UN*1***1~";

// Medicare as another payer of the claim.
std::string beside(std::string const& mine, std::string const& sbr) {
  return replaced(coordinated(mine, other_payer("T", ""), {""}), "SBR*T*18*******CI~", sbr);
}

TEST_CASE("SIT025 medicare-secondary-type") {
  rule_test("SIT025",
            {.valid =
                 {
                     "SBR*P*18*******MB~" + line,
                     "SBR*P*18*******MA~" + line,
                     "SBR*S*18*******CI~" + line,
                     "SBR*S*18*******16~" + line,
                     "SBR*S*18***12****MB~" + line,
                     "SBR*T*18***47****MA~" + line,
                     // A blank SBR01 is USE002's.
                     "SBR**18*******MB~" + line,
                     beside("S", "SBR*P*18*******MB~"),
                     beside("P", "SBR*S*18***13****MB~"),
                     beside("P", "SBR*S*18*******MC~"),
                 },
             .invalid = {
                 {.segments = "SBR*S*18*******MB~" + line, .at = "SBR05"},
                 {.segments = "SBR*T*18*******MA~" + line, .at = "SBR05"},
                 {.segments = "SBR*U*18*******MB~" + line, .at = "SBR05"},
                 {.segments = beside("P", "SBR*S*18*******MB~"), .at = "SBR05", .severity = "warning"},
                 {.segments = beside("P", "SBR*T*18*GRP******MA~"), .at = "SBR05", .severity = "warning"},
             }});
}

TEST_CASE("SIT025: the reason typed, the claim goes out") {
  auto const round = go_round("SBR*S*18*******MB~" + line, [](FilledRow& row) { row.value = "12"; });
  REQUIRE(round.first.rows.size() == 1);
  CHECK(round.first.rows[0].element == "SBR05");
  CHECK(round.first.rows[0].needed.find("12 working aged") != std::string::npos);
  CHECK(difference(round.second.clean, sent("SBR*S*18***12****MB~" + line)) == "");
}

}  // namespace
}  // namespace scrub837::test::sit025_medicare_secondary_type_test
