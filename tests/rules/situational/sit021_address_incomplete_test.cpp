#include <doctest/doctest.h>

#include "src/scrub/row_key.hpp"
#include "tests/rules/situational/household_file.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/rule_test.hpp"
#include "tests/support/scrub_text.hpp"
#include "tests/worklist/rerun_rounds.hpp"

namespace scrub837::test::sit021_address_incomplete_test {
namespace {

std::string subscriber_at(std::string const& n4) {
  return provider_level() +
         subscriber_level("2*1*22*0", "SBR*P*18*******CI~", "N3*2 DEMO ST~" + n4 + subscriber_birth) +
         listed_claim("A");
}

std::string served_at(std::string const& n4) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*77*2*DEMO CLINIC*****XX*1093817462~N3*1 MAIN ST~" +
         n4 + "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
}

std::string line_at(std::string const& n4) {
  return "SV1*HC:99213*125*UN*1***1~NM1*DK*1*ROE*ANN****XX*1093817462~N3*1 MAIN ST~" + n4;
}

TEST_CASE("SIT021 address-incomplete") {
  rule_test("SIT021", {.valid =
                           {
                               "",
                               subscriber_at("N4*RICHMOND*VA*23219~"),
                               subscriber_at("N4*RICHMOND*VA*23219*US~"),
                               subscriber_at("N4*TORONTO*ON*M5V2T6*CA~"),
                               subscriber_at("N4*MEXICO CITY***MX~"),
                               subscriber_at("N4*MEXICO CITY**06000*MX**DIF~"),
                               served_at("N4*RICHMOND*VA*232190000~"),
                               line_at("N4*RICHMOND*VA*23219~"),
                               // What is wrong in another way is another rule's.
                               subscriber_at("N4**VA*23219~"),
                               subscriber_at("N4*RICHMOND*XX*1~"),
                               subscriber_at(""),
                           },
                       .invalid = {
                           {.segments = subscriber_at("N4*RICHMOND**23219~"), .at = "N402"},
                           {.segments = subscriber_at("N4*RICHMOND*VA~"), .at = "N403"},
                           {.segments = subscriber_at("N4*RICHMOND*VA**US~"), .at = "N403"},
                           {.segments = subscriber_at("N4*TORONTO**M5V2T6*CA~"), .at = "N402"},
                           {.segments = served_at("N4*RICHMOND*VA~"), .at = "N403"},
                           {.segments = line_at("N4*RICHMOND**23219~"), .at = "N402"},
                       }});
}

TEST_CASE("SIT021: state and ZIP code, each with its row; typed, the claim goes out") {
  struct Case {
    std::string loop;
    std::function<std::string(std::string const&)> with;
  };
  for (auto const& one :
       std::vector<Case>{{"2010BA", subscriber_at}, {"2310C", served_at}, {"2420E", line_at}}) {
    CAPTURE(one.loop);
    auto const round = go_round(one.with("N4*RICHMOND~"), [](FilledRow& row) {
      auto const above = parse_key_above(row.key);
      auto const place = above ? above->value : parse_row_key(row.key)->value;
      row.value = place.element == 2 ? "va" : "232190000";
    });
    REQUIRE(round.first.rows.size() == 2);
    CHECK(round.first.rows[0].element == "N402");
    CHECK(round.first.rows[1].element == "N403");
    CHECK(round.first.rows[0].loop == one.loop);
    CHECK(round.first.claims(Disposition::held) == 1);
    CHECK(round.second.claims(Disposition::held) == 0);
    CHECK(round.second.clean.find("N4*RICHMOND*VA*232190000~") != std::string::npos);
    CHECK(round.second.rows.empty());
  }
}

TEST_CASE("SIT021: a row says only what is missing, and how long the ZIP code is") {
  auto const needed = [](std::string const& segments) {
    auto const scrubbed = scrub_text(file_with(segments));
    REQUIRE(scrubbed.rows.size() == 1);
    auto const& text = scrubbed.rows[0].needed;
    return text.substr(0, text.find(" If it is right"));
  };
  CHECK(
      needed(subscriber_at("N4*RICHMOND**23219~")) ==
      "The address has no state or province (N402). Type the state as two letters, such as OH, in the column "
      "value.");
  CHECK(needed(subscriber_at("N4*RICHMOND*VA~")) ==
        "The address has no ZIP or postal code (N403). Type the ZIP code (five or nine digits) in the column "
        "value.");
  CHECK(needed(served_at("N4*RICHMOND*VA~")).find("Type the nine-digit ZIP code") != std::string::npos);
  CHECK(needed(subscriber_at("N4*TORONTO*ON**CA~")).find("Type the postal code") != std::string::npos);
  CHECK(needed(subscriber_at("N4*TORONTO**M5V2T6*CA~")).find("Type the province") != std::string::npos);
}

TEST_CASE("SIT021: one of two is not enough") {
  auto const round = go_round(subscriber_at("N4*RICHMOND~"), [](FilledRow& row) {
    if (parse_key_above(row.key)->value.element == 2) row.value = "VA";
  });
  CHECK(round.second.claims(Disposition::held) == 1);
  CHECK(round.second.rows.size() == 2);
}

}  // namespace
}  // namespace scrub837::test::sit021_address_incomplete_test
