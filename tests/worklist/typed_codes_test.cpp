#include <doctest/doctest.h>

#include "tests/support/text_diff.hpp"
#include "tests/worklist/rerun_rounds.hpp"

// What a person types for a code of the wrong form goes into its element, in claims and above them.
namespace scrub837::test::typed_codes_test {
namespace {

using State = RowResult::State;

Fill value(std::string const& text) {
  return [text](FilledRow& row) { row.value = text; };
}

std::string claims(int count) {
  std::string text;
  for (int i = 1; i <= count; ++i)
    text += claim_with("DEMO-" + std::to_string(i), "SV1*HC:99213*125*UN*1***1~");
  return text;
}

std::string claim(std::string const& diagnosis, std::string const& line) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:" + diagnosis + "~LX*1~" + line + "DTP*472*D8*20260914~";
}

TEST_CASE("codes: a wrong NPI of the billing provider is one row for forty claims, and they go out") {
  auto const billed = [](std::string const& npi) {
    return "NM1*85*2*DEMO HOME CARE*****XX*" + npi + "~" + claims(40);
  };
  auto const first = scrub_text(file_with(billed("1234567890")));
  CHECK(first.claims(Disposition::held) == 40);
  CHECK(first.rows.size() == 1);
  auto const round = go_round(billed("1234567890"), value("1234567893"));
  CHECK(difference(round.second.clean, sent(billed("1234567893"))) == "");
  CHECK(round.second.held.empty());
  auto const again = go_round(billed("1234567890"), value("1234567891"));
  CHECK(again.second.clean.empty());
  CHECK(again.second.claims(Disposition::held) == 40);
}

TEST_CASE("codes: a diagnosis, a procedure, a place and a modifier go into their components") {
  std::string const office = "SV1*HC:99213*125*UN*1***1~";
  struct Case {
    std::string received, typed, sent;
  };
  for (auto const& one : std::vector<Case>{
           {claim("Z9", office), "Z9181", claim("Z9181", office)},
           {claim("Z9181", "SV1*HC:9921*125*UN*1***1~"), "99213", claim("Z9181", office)},
           {claim("Z9181", "SV1*HC:99213*125*UN*1*91**1~"), "11",
            claim("Z9181", "SV1*HC:99213*125*UN*1*11**1~")},
           {claim("Z9181", "SV1*HC:99213:2*125*UN*1***1~"), "25",
            claim("Z9181", "SV1*HC:99213:25*125*UN*1***1~")},
       }) {
    CAPTURE(one.received);
    CHECK(scrub_text(file_with(one.received)).rows.size() == 1);
    auto const round = go_round(one.received, value(one.typed));
    CHECK(difference(round.second.clean, sent(one.sent)) == "");
    for (auto const& result : round.results) CHECK(result.state == State::applied);
  }
}

}  // namespace
}  // namespace scrub837::test::typed_codes_test
