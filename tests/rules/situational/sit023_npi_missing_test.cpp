#include <doctest/doctest.h>

#include "src/scrub/row_key.hpp"
#include "tests/rules/situational/household_file.hpp"
#include "tests/support/rule_test.hpp"
#include "tests/worklist/rerun_rounds.hpp"

namespace scrub837::test::sit023_npi_missing_test {
namespace {

std::string const unnamed = "NM1*85*2*DEMO HOME CARE~";
std::string const payer = "NM1*PR*2*DEMO PAYER*****PI*PAYER01~";

std::string provider(std::string const& name, std::string const& hl = "1**20*1") {
  return provider_level(name, "N3*1 DEMO ST~N4*RICHMOND*VA*232190000~", hl);
}

// A subscriber whose payer says this about the provider.
std::string subscriber(std::string const& number, std::string const& hl = "2*1*22*0",
                       std::string const& sbr = "SBR*P*18*******CI~") {
  return subscriber_level(hl, sbr, subscriber_address + subscriber_birth, payer + number);
}

std::string billed_by(std::string const& name, std::string const& number = "") {
  return provider(name) + subscriber(number) + listed_claim("A");
}

std::string rendered(std::string const& name, std::string const& of_line = "") {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~" + name +
         "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~" + of_line;
}

TEST_CASE("SIT023 npi-missing: the billing provider") {
  rule_test(
      "SIT023",
      {.valid =
           {
               billed_by("NM1*85*2*DEMO HOME CARE*****XX*1234567893~"),
               billed_by(unnamed, "REF*G2*AB123~"),
               billed_by(unnamed, "REF*LU*AB123~"),
               billed_by(unnamed, "N3*9 PAYER RD~N4*RICHMOND*VA*23219~REF*2U*X1~REF*G2*AB123~"),
               billed_by("NM1*85*2*DEMO HOME CARE*****24*123456789~", "REF*G2*AB123~"),
               // Form and list are other rules'.
               billed_by("NM1*85*2*DEMO HOME CARE*****XX*1~"),
               billed_by("NM1*85*2*DEMO HOME CARE*****ZZ*1234567893~"),
               billed_by("NM1*85*2*DEMO HOME CARE******1234567893~"),
               billed_by(""),
               provider(unnamed) + subscriber("REF*G2*AB123~") + listed_claim("A") +
                   subscriber("REF*LU*AB123~", "3*1*22*0") + listed_claim("B"),
               // The one number is of its own provider: the next has an NPI.
               provider(unnamed) + subscriber("REF*G2*AB123~") + listed_claim("A") +
                   provider("NM1*85*2*DEMO HOME CARE*****XX*1234567893~", "3**20*1") +
                   subscriber("", "4*3*22*0") + listed_claim("B"),
           },
       .invalid = {
           {.segments = billed_by(unnamed), .at = "NM109"},
           {.segments = billed_by("NM1*85*2*DEMO HOME CARE*****XX~"), .at = "NM109"},
           {.segments = billed_by("NM1*85*2*DEMO HOME CARE*****24*123456789~"), .at = "NM109"},
           {.segments = billed_by("NM1*85*1*ROE*ANN****34*123456789~"), .at = "NM109"},
           {.segments = billed_by(unnamed, "REF*2U*AB123~"), .at = "NM109"},
           // The number of another provider, or in another loop, is not it.
           {.segments = provider(unnamed) +
                        subscriber_level("2*1*22*0", "SBR*P*18*******CI~",
                                         subscriber_address + subscriber_birth + "REF*SY*123456789~", payer) +
                        listed_claim("A"),
            .at = "NM109"},
           {.segments = provider(unnamed) + subscriber("", "2*1*22*1", "SBR*P********CI~") +
                        patient_level("3*2*23*0") + listed_claim("A"),
            .at = "NM109"},
           // A later payer that doesn't know the provider.
           {.segments = provider(unnamed) + subscriber("REF*G2*AB123~") + listed_claim("A") +
                        subscriber("", "3*1*22*0") + listed_claim("B"),
            .at = ""},
           {.segments = provider(unnamed) + subscriber("") + listed_claim("A") +
                        subscriber("REF*G2*AB123~", "3*1*22*0") + listed_claim("B"),
            .at = "NM109"},
       }});
}

TEST_CASE("SIT023 npi-missing: the rendering provider") {
  rule_test("SIT023", {.valid =
                           {
                               rendered("NM1*82*1*ROE*ANN****XX*1093817462~"),
                               rendered("", "NM1*82*1*ROE*ANN****XX*1093817462~"),
                               rendered("NM1*77*2*DEMO CLINIC~N3*1 MAIN ST~N4*RICHMOND*VA*232190000~"),
                           },
                       .invalid = {
                           {.segments = rendered("NM1*82*1*ROE*ANN~"), .at = "NM109", .severity = "warning"},
                           {.segments = rendered("NM1*82*1*ROE*ANN~", "NM1*82*1*POE*ANN~"),
                            .at = "NM109",
                            .severity = "warning",
                            .times = 2},
                       }});
}

TEST_CASE("SIT023: a later subscriber alone is held") {
  auto const file = file_with(provider(unnamed) + subscriber("REF*G2*AB123~") + listed_claim("A") +
                              subscriber("", "3*1*22*0") + listed_claim("B"));
  for (std::size_t const size : {1U, 200U, 100000U}) {
    CAPTURE(size);
    auto const scrubbed = scrub_text(file, {}, size);
    CHECK(scrubbed.claims(Disposition::clean) == 1);
    CHECK(scrubbed.claims(Disposition::held) == 1);
    CHECK(found_of(scrubbed, "SIT023").loop == "2010BB");
  }
}

TEST_CASE("SIT023: the NPI typed goes into NM109, XX into NM108, and all claims go out") {
  for (std::string const name : {"NM1*85*2*DEMO HOME CARE", "NM1*85*2*DEMO HOME CARE*****XX",
                                 "NM1*85*2*DEMO HOME CARE*****24*123456789"}) {
    CAPTURE(name);
    auto const file = [](std::string const& nm1) {
      return provider(nm1 + "~") + subscriber("") + listed_claim("A") + listed_claim("B") +
             subscriber("", "3*1*22*0") + listed_claim("C");
    };
    // An id of another kind is a code outside the list of NM108 too: that row has nothing to type.
    auto const round = go_round(file(name), [](FilledRow& row) {
      auto const above = parse_key_above(row.key);
      if (above && above->value.element == 9) row.value = "1234567893";
    });
    CHECK(round.first.claims(Disposition::held) == 3);
    auto const asked = std::ranges::find(round.first.rows, "NM109", &Asked::element);
    REQUIRE(asked != round.first.rows.end());
    CHECK(asked->needed.find("NPI (ten digits;") != std::string::npos);
    CHECK(round.second.claims(Disposition::clean) == 3);
    CHECK(difference(round.second.clean, sent(file("NM1*85*2*DEMO HOME CARE*****XX*1234567893"))) == "");
  }
}

TEST_CASE("SIT023: typed for a rendering provider, with optional rows") {
  Settings settings;
  settings.optional_rows = true;
  auto const first =
      scrub_text(file_with(replaced(rendered("NM1*82*1*ROE*ANN~"), "*125***", "*130***")), settings);
  auto const row = std::ranges::find(first.rows, "NM109", &Asked::element);
  REQUIRE(row != first.rows.end());
  CHECK(row->loop == "2310B");
}

}  // namespace
}  // namespace scrub837::test::sit023_npi_missing_test
