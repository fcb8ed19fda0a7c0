#include <doctest/doctest.h>

#include "tests/rules/situational/coordinated_claim.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit007_payer_order_test {
namespace {

std::string claim(std::string const& order, std::vector<std::string> const& others) {
  std::string loops;
  for (std::size_t i = 0; i < others.size(); ++i)
    loops += other_payer(others[i], "", "P" + std::to_string(i));
  return coordinated(order, loops, {""});
}

TEST_CASE("SIT007 payer-order") {
  auto const part_b = [](std::string const& mine, std::vector<std::string> const& others) {
    auto text = "SBR*P*18*******" + mine + "~CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~";
    std::string order = "S";
    for (auto const& filing : others) {
      text += replaced(other_payer(order, ""), "*CI~", "*" + filing + "~");
      order = "T";
    }
    return text + "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
  };
  std::string const subrogation = "BHT*0019*00*DEMO1*20260914*1200*31~";
  rule_test("SIT007",
            {.valid =
                 {
                     claim("P", {}),
                     claim("P", {"S"}),
                     claim("S", {"P"}),
                     claim("T", {"P", "S"}),
                     claim("T", {"S", "P", "A", "B"}),
                     claim("P", {"U", "U"}),
                     claim("U", {"U", "P"}),
                     subrogation + claim("S", {}),
                     subrogation + claim("T", {"S"}),
                     // The only payer, whose place is not known.
                     claim("U", {}),
                     // A blank one is USE002's.
                     claim("", {}),
                     claim("", {"S"}),
                     claim("S", {"", ""}),
                     part_b("MB", {"CI", "CI"}),
                     part_b("MA", {"MB", "MA"}),
                     part_b("CI", {"MB", "CI"}),
                 },
             .invalid = {
                 {.segments = claim("P", {"P"}), .at = "SBR01"},
                 {.segments = claim("S", {"P", "S"}), .at = "SBR01"},
                 {.segments = claim("P", {"S", "S"}), .at = "SBR01"},
                 {.segments = claim("S", {"S"}), .at = "SBR01"},
                 {.segments = claim("P", {"S", "S", "S"}), .at = "SBR01", .times = 2},
                 {.segments = claim("P", {"A", "T", "A"}), .at = "SBR01"},
                 {.segments = subrogation + claim("P", {"P"}), .at = "SBR01"},
                 {.segments = claim("S", {}), .at = "", .severity = "warning"},
                 {.segments = claim("S", {"T"}), .at = "SBR01", .severity = "warning"},
                 {.segments = claim("T", {"A", "S"}), .at = "SBR01", .severity = "warning"},
                 {.segments = part_b("MB", {"MB"}), .at = "SBR09", .severity = "warning"},
                 {.segments = part_b("CI", {"MB", "MB"}), .at = "SBR09", .severity = "warning"},
                 {.segments = part_b("MB", {"MB", "MB"}), .at = "SBR09", .severity = "warning", .times = 2},
             }});
}

TEST_CASE("SIT007: the loop of the primary payer that is missing belongs before the lines") {
  auto const scrubbed = scrub_text(file_with(claim("S", {})));
  auto const found = found_of(scrubbed, "SIT007");
  CHECK(found.loop == "2320");
  CHECK(found.line_index == 0);
  CHECK(scrubbed.claims(Disposition::clean) == 1);
}

}  // namespace
}  // namespace scrub837::test::sit007_payer_order_test
