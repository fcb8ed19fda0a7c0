#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::bal001_charges_unbalanced_test {
namespace {

// A claim with this total, and a line for each charge.
std::string claim(std::string const& total, std::vector<std::string> const& charges) {
  auto text = "CLM*DEMO-1*" + total + "***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~";
  for (std::size_t i = 0; i < charges.size(); ++i) {
    text += "LX*" + std::to_string(i + 1) + "~SV1*HC:99213*" + charges[i] + "*UN*1***1~DTP*472*D8*20260914~";
  }
  return text;
}

TEST_CASE("BAL001 charges-unbalanced") {
  rule_test("BAL001", {.valid =
                           {
                               claim("125", {"125"}),
                               claim("125", {"125.00"}),
                               claim("125.00", {"125"}),
                               claim("125.5", {"125.50"}),
                               claim("0125", {"125."}),
                               claim("250.3", {"125.10", "125.20"}),
                               claim("0.3", {".1", ".2"}),
                               claim("0", {"0"}),
                               // Taken back: the sum counts, whatever its sign.
                               claim("-125", {"-125"}),
                               claim("100", {"125", "-25"}),
                               // An absent charge adds nothing.
                               claim("125", {"125", ""}),
                               claim("0", {""}),
                               claim("99999999.99", {"99999999.98", "0.01"}),
                           },
                       .invalid = {
                           {.segments = claim("130", {"125"}), .at = "CLM02"},
                           {.segments = claim("125.01", {"125"}), .at = "CLM02"},
                           {.segments = claim("125", {"-125"}), .at = "CLM02"},
                           {.segments = claim("125", {"125", "125"}), .at = "CLM02"},
                           {.segments = claim("125", {""}), .at = "CLM02"},
                           {.segments = claim("125", {}), .at = "CLM02"},
                           {.segments = claim("", {"125"}), .at = "CLM02"},
                           {.segments = claim("", {""}), .at = "CLM02"},
                           // What is no amount is told where it is, and the sum is not.
                           {.segments = claim("125", {"125A"}), .at = "SV102"},
                           {.segments = claim("250", {"125", "$125"}), .at = "SV102"},
                           {.segments = claim("250", {"1O0", "-"}), .at = "SV102", .times = 2},
                           {.segments = claim("$125", {"125"}), .at = "CLM02"},
                           {.segments = claim("1,250", {"1250"}), .at = "CLM02"},
                           {.segments = claim("12.5.0", {"12.50"}), .at = "CLM02"},
                           {.segments = claim("- 125", {"-125"}), .at = "CLM02"},
                       }});
}

TEST_CASE(
    "BAL001: a charge that is no amount is told with its line, and with the total if that is none either") {
  auto const one = scrub_text(file_with(claim("250", {"100", "1S0"})));
  CHECK(count_of(one, "BAL001") == 1);
  CHECK(found_of(one, "BAL001").element == "SV102");
  CHECK(found_of(one, "BAL001").line_index == 2);
  CHECK(count_of(scrub_text(file_with(claim("Z", {"100", "1S0"}))), "BAL001") == 2);
}

TEST_CASE("BAL001: both amounts are told, and the totals stay balanced") {
  auto const scrubbed = scrub_text(file_with(claim("130", {"100", "25.5"})));
  auto const found = found_of(scrubbed, "BAL001");
  CHECK(found.message.find("130.00") != std::string::npos);
  CHECK(found.message.find("125.50") != std::string::npos);
  CHECK(found.line_index == 0);
  CHECK(scrubbed.outcome.totals.in.cents == 13000);
  CHECK(scrubbed.outcome.totals.of(Disposition::held).cents == 13000);
}

}  // namespace
}  // namespace scrub837::test::bal001_charges_unbalanced_test
