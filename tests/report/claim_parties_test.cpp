#include "src/report/claim_parties.hpp"

#include <doctest/doctest.h>

#include <initializer_list>

namespace scrub837::test::claim_parties_test {
namespace {

LevelContents levels_of(std::initializer_list<std::string_view> provider,
                        std::initializer_list<std::string_view> subscriber,
                        std::initializer_list<std::string_view> patient = {}) {
  LevelContents levels;
  int rank = 0;
  for (auto const& level : {provider, subscriber, patient}) {
    if (level.size() > 0) levels.open(rank);
    ++rank;
    for (auto const segment : level) levels.add(segment);
  }
  return levels;
}

TEST_CASE("a party's loop goes on to the next NM1, and the last one counts") {
  constexpr std::string_view level =
      "NM1*85*2*FIRST\nN3*1 ELM ST\nNM1*87*2\nN3*PO BOX 1\nNM1*85*2*SECOND\nN4*DAYTON\n";
  CHECK(party_loop(level, "85", {}) == "NM1*85*2*SECOND\nN4*DAYTON\n");
  CHECK(party_loop(level, "87", {}) == "NM1*87*2\nN3*PO BOX 1\n");
  CHECK(party_loop(level, "IL", {}).empty());
}

TEST_CASE("the patient is the dependent, if there is one; the member id is the subscriber's") {
  auto const provider = {std::string_view("NM1*85*2*AGENCY*****XX*1234567893")};
  auto const subscriber = {std::string_view("NM1*IL*1*DOE*JO*Q***MI*M1"), std::string_view("DMG*D8*19480102"),
                           std::string_view("NM1*PR*2*PAYER*****PI*P1"), std::string_view("DMG*D8*WRONG")};
  auto const levels = levels_of(provider, subscriber);
  auto const own = parties_in(levels, {});
  CHECK(own.billing_provider.name == "AGENCY");
  CHECK(own.billing_provider.npi() == "1234567893");
  CHECK(own.patient == "DOE, JO Q");
  CHECK(own.birth_date == "19480102");
  CHECK(own.member_id == "M1");
  auto const below = levels_of(provider, subscriber, {"NM1*QC*1*DOE*KIM"});
  auto const dependent = parties_in(below, {});
  CHECK(dependent.patient == "DOE, KIM");
  CHECK(dependent.birth_date.empty());
  CHECK(dependent.member_id == "M1");
}

}  // namespace
}  // namespace scrub837::test::claim_parties_test
