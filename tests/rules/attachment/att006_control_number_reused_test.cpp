#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::att006_control_number_reused_test {
namespace {

std::string claim(std::string const& id, std::string const& indicators) {
  return claim_with(id, "SV1*HC:99213*125*UN*1***1~" + indicators);
}

TEST_CASE("ATT006 control-number-reused") {
  std::string const one = "PWK*NN*EL***AC*ACN0001~";
  std::string const two = "PWK*NN*EL***AC*ACN0002~";
  std::string const none = "PWK*NN*EL~";
  rule_test(
      "ATT006",
      {.valid =
           {
               claim("A", one) + claim("B", two),
               // One claim may name its document at several lines, and at the claim too.
               claim("A", one + one) + claim("B", two),
               "CLM*A*250***12:B:1*Y*A*Y*Y~" + one + "HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~" + one +
                   "DTP*472*D8*20260914~LX*2~SV1*HC:99213*125*UN*1***1~" + one + "DTP*472*D8*20260914~",
               claim("A", none) + claim("B", none),
               claim("A", "PWK*NN*AA~") + claim("B", "PWK*NN*AA~"),
               one,
           },
       .invalid = {
           {.segments = claim("A", one) + claim("B", one), .at = "PWK06"},
           {.segments = claim("A", one) + claim("B", two) + claim("C", one), .at = "PWK06"},
           {.segments = claim("A", one) + claim("B", "PWK*NN*EL***AC*ACN0001 ~"), .at = "PWK06"},
           {.segments = claim("A", one) + claim("B", one) + claim("C", one), .at = "PWK06", .times = 2},
           // In another set, group or interchange of the file too.
           {.segments = interchange_with(
                group_with(set_with("0001", claim("A", one)) + set_with("0002", claim("B", one)), "1", "2")),
            .at = "PWK06"},
           {.segments = interchange_with(group_with(set_with("0001", claim("A", one)))) +
                        interchange_with(group_with(set_with("0001", claim("B", one))), "000000002"),
            .at = "PWK06"},
       }});
}

TEST_CASE("ATT006: the later claim is named, with the one before") {
  auto const scrubbed =
      scrub_text(file_with(claim("A", "PWK*NN*EL***AC*ACN0001~") + claim("B", "PWK*NN*AA~") +
                           claim("C", "PWK*NN*EL***AC*ACN0001~")));
  auto const found = found_of(scrubbed, "ATT006");
  CHECK(found.claim == "C");
  CHECK(found.claim_index == 3);
  CHECK(found.line_index == 1);
  CHECK(found.message.find("claim 1 of the file") != std::string::npos);
  CHECK(found.disposition == "clean");
}

}  // namespace
}  // namespace scrub837::test::att006_control_number_reused_test
