#include <doctest/doctest.h>

#include "tests/rules/code/loaded_lists.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::cod002_npi_check_digit_test {
namespace {

std::string billing(std::string const& npi) { return "NM1*85*2*DEMO HOME CARE*****XX*" + npi + "~"; }
std::string rendering(std::string const& npi) { return "NM1*82*1*DOE*JOHN****XX*" + npi + "~"; }

TEST_CASE("COD002 npi-check-digit") {
  rule_test("COD002", {.valid = {billing("1234567893"), rendering("1992753115"), rendering("2000000002"),
                                 // Not an NPI, and not there.
                                 "NM1*82*1*DOE*JOHN****24*123456789~", "NM1*82*1*DOE*JOHN~",
                                 "NM1*82*1*DOE*JOHN****XX*~"},
                       .invalid = {
                           {.segments = billing("1234567890"), .at = "NM109"},
                           {.segments = billing("12345"), .at = "NM109"},
                           {.segments = billing("12345678930"), .at = "NM109"},
                           {.segments = billing("123456789A"), .at = "NM109"},
                           {.segments = billing("123456789 "), .at = "NM109"},
                           // Two digits that changed places.
                           {.segments = rendering("1324567893"), .at = "NM109"},
                           {.segments = rendering("1234567890") + "NM1*DN*1*ROE*ANN****XX*1234567891~",
                            .at = "NM109",
                            .times = 2},
                       }});
}

TEST_CASE("COD002: above the claims it is one finding, and asks for the NPI") {
  auto const file = file_with(billing("1234567890"));
  auto const scrubbed = scrub_text(file);
  auto const found = found_of(scrubbed, "COD002");
  CHECK(found.claim_index == 0);
  CHECK(found.loop == "2010AA");
  CHECK(scrubbed.held == file);
  REQUIRE(scrubbed.rows.size() == 1);
  CHECK(scrubbed.rows[0].element == "NM109");
  CHECK(scrubbed.rows[0].needed.find("ten digits") != std::string::npos);
}

TEST_CASE("COD002: a deactivated NPI is a warning from the day on which it was") {
  auto settings = with_list("NPI,NPPES Deactivation Date\n1234567893,09/14/2026\n", "deactivated.csv");
  auto scrubbed = scrub_text(file_with(rendering("1234567893")), settings);
  auto const in_claim = findings_of(scrubbed, "COD002");
  REQUIRE(in_claim.size() == 2);  // the billing provider has the same
  CHECK(in_claim[1].loop == "2420A");
  CHECK(in_claim[1].severity == "warning");
  CHECK(in_claim[1].message.find("2026-09-14") != std::string::npos);
  CHECK(scrubbed.claims(Disposition::held) == 0);
  settings = with_list("NPI,NPPES Deactivation Date\n1234567893,09/15/2026\n", "deactivated.csv");
  scrubbed = scrub_text(file_with(rendering("1234567893")), settings);
  for (auto const& found : findings_of(scrubbed, "COD002")) CHECK(found.loop == "2010AA");
  settings = with_list("NPI,NPPES Deactivation Date\n1992753115,01/01/2020\n", "deactivated.csv");
  CHECK(count_of(scrub_text(file_with(rendering("1234567893")), settings), "COD002") == 0);
}

TEST_CASE("COD002: whose NPI it is, and what is wrong with it") {
  auto const said = [](std::string const& npi) {
    return found_of(
        scrub_text(file_with("CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*DN*1*REFER*SUE****XX*" + npi +
                             "~NM1*82*1*ROE*ANN****XX*1234567893~LX*1~SV1*HC:99213*125*UN*1***1~"
                             "DTP*472*D8*20260914~")),
        "COD002");
  };
  CHECK(said("123456789").message ==
        "The NPI (NM109) of the referring provider (2310A) does not have ten digits.");
  CHECK(said("123-456-7893").message.find("contains a hyphen or a blank") != std::string::npos);
  // Ten digits with a right check digit.
  CHECK(said("9123456789").severity == "warning");
  CHECK(said("9123456789").message.find("1 or 2") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::cod002_npi_check_digit_test
