#include <doctest/doctest.h>

#include "tests/support/text_diff.hpp"
#include "tests/worklist/rerun_rounds.hpp"

// A code of an indicator that the guide doesn't have is typed anew in the worklist, and no second PWK comes
// of it.
namespace scrub837::test::typed_attachment_test {
namespace {

using State = RowResult::State;

std::string claim(std::string const& pwk) {
  return claim_with("DEMO-1", "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~" + pwk);
}

TEST_CASE("a wrong code of a PWK that is there is replaced by the one typed") {
  struct Case {
    std::string received, type, way, number, sent;
  };
  for (auto const& one : std::vector<Case>{
           {"PWK*77*EL***AC*ACN0001~", "NN", "", "", "PWK*NN*EL***AC*ACN0001~"},
           {"PWK*77*EL***AC*ACN0001~", "NN", "EL", "ACN0001", "PWK*NN*EL***AC*ACN0001~"},
           {"PWK*77*EL***AC*ACN0001~", "NN", "", "ACN0002", "PWK*NN*EL***AC*ACN0002~"},
           {"PWK*77*AA~", "NN", "", "", "PWK*NN*AA~"},
           {"PWK*NN*ZZ***AC*ACN0001~", "", "AA", "", "PWK*NN*AA~"},
           {"PWK*NN*ZZ***AC*ACN0001~", "", "FX", "ACN0001", "PWK*NN*FX***AC*ACN0001~"},
           // The number that is there stays; one that is typed replaces it.
           {"PWK*NN*ZZ***AC*ACN0001~", "", "EL", "", "PWK*NN*EL***AC*ACN0001~"},
           {"PWK*NN****AC*ACN0001~", "", "EL", "", "PWK*NN*EL***AC*ACN0001~"},
           {"PWK*NN*ZZ***AC*ACN0001~", "", "EL", "ACN0002", "PWK*NN*EL***AC*ACN0002~"},
           {"PWK*CT*ZZ~", "", "AB", "", "PWK*CT*AB~"},
           {"PWK*OD*AA~PWK*77*EL***AC*ACN0001~", "NN", "", "", "PWK*OD*AA~PWK*NN*EL***AC*ACN0001~"},
       }) {
    CAPTURE(one.received);
    CAPTURE(one.number);
    auto const round = go_round(claim(one.received), [&](FilledRow& row) {
      row.attachment_type = one.type;
      row.attachment_transmission = one.way;
      row.attachment_control_number = one.number;
    });
    CHECK(round.first.claims(Disposition::held) == 1);
    CHECK(difference(round.second.clean, sent(claim(one.sent))) == "");
    for (auto const& result : round.results) CHECK(result.state == State::applied);
  }
}

TEST_CASE("a way of certificates is for certificates, and a document that is sent has a number") {
  for (std::string const way : {"AB", "EL"}) {
    CAPTURE(way);
    auto const round = go_round(claim_with("DEMO-1", undescribed), [&](FilledRow& row) {
      row.attachment_type = "NN";
      row.attachment_transmission = way;
    });
    CHECK(round.second.clean.empty());
    for (auto const& result : round.results) CHECK(result.state == State::refused);
  }
}

TEST_CASE("where the codes of a PWK are right, a typed type alone announces nothing") {
  auto const round = go_round(claim("PWK*NN*EL~"), [](FilledRow& row) { row.attachment_type = "OD"; });
  CHECK(round.second.clean.empty());
  REQUIRE(round.results.size() == 1);
  CHECK(round.results[0].state == State::refused);
}

}  // namespace
}  // namespace scrub837::test::typed_attachment_test
