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
                               // What is blank, negative, no amount or too exact has a rule of its own.
                               claim("125", {"125", ""}),
                               claim("125", {""}),
                               claim("125", {}),
                               claim("", {"125"}),
                               claim("", {""}),
                               claim("0", {""}),
                               claim("125", {"-125"}),
                               claim("-125", {"125"}),
                               claim("125", {"125A"}),
                               claim("250", {"125", "$125"}),
                               claim("$125", {"125"}),
                               claim("1,250", {"1250"}),
                               claim("12.5.0", {"12.50"}),
                               claim("125.001", {"125"}),
                               claim("250", {"125", "125.00001"}),
                               claim("99999999.99", {"99999999.98", "0.01"}),
                           },
                       .invalid = {
                           {.segments = claim("130", {"125"}), .at = "CLM02"},
                           {.segments = claim("125.01", {"125"}), .at = "CLM02"},
                           {.segments = claim("125", {"125", "125"}), .at = "CLM02"},
                           // Too large to be added up.
                           {.segments = claim("999999999999999999", {"125"}), .at = "CLM02"},
                           {.segments = claim("125", {"999999999999999999"}), .at = "SV102"},
                       }});
}

TEST_CASE("BAL001: what is no amount is reported once, where it is, and holds the claim") {
  struct Case {
    std::string total;
    std::vector<std::string> charges;
    std::string found;
  };
  for (auto const& one :
       {Case{"250", {"100", "1S0"}, "LEN003"}, Case{"Z", {"100", "1S0"}, "LEN003 LEN003"},
        Case{"$165", {"165"}, "LEN003"}, Case{"", {"125"}, "USE002"}, Case{"125", {""}, "USE002"},
        Case{"265.001", {"265"}, "LEN005"}, Case{"150", {"-150"}, "BAL004"}}) {
    CAPTURE(one.total);
    auto const scrubbed = scrub_text(file_with(claim(one.total, one.charges)));
    CHECK(scrubbed.rules() == one.found);
    CHECK(scrubbed.claims(Disposition::held) == 1);
  }
  auto const line = found_of(scrub_text(file_with(claim("250", {"100", "1S0"}))), "LEN003");
  CHECK(line.element == "SV102");
  CHECK(line.line_index == 2);
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
