#include "src/report/party_counter.hpp"

#include <doctest/doctest.h>

#include <string>

namespace scrub837::test::party_counter_test {
namespace {

using enum Disposition;

std::string told(std::vector<PartyTotals> const& parties) {
  std::string text;
  for (auto const& party : parties) {
    text += (party.others ? "others" : party.id + "/" + party.name) + "=" + std::to_string(party.in.claims) +
            ":" + std::to_string(party.of(held).cents) + " ";
  }
  return text;
}

TEST_CASE("parties are counted by id and name, by what became of their claims") {
  PartyCounter counter;
  counter.add("BLUE", "1", held, true, 100);
  counter.add("GREEN", "1", clean, true, 20);
  counter.add("BLUE", "1", clean, true, 7);
  counter.add("BLUE", "1", clean, false, 5);
  CHECK(told(counter.totals()) == "1/BLUE=3:100 1/GREEN=1:0 ");
  auto const blue = counter.totals().at(0);
  CHECK(blue.in == Tally{3, 112});
  CHECK(blue.of(clean) == Tally{2, 12});
  CHECK(blue.clean_with_warnings == Tally{1, 7});
  counter.clear();
  CHECK(counter.totals().empty());
}

TEST_CASE("what an envelope added is taken back, as often as it is read") {
  PartyCounter counter;
  counter.add("A", "1", held, false, 1);
  counter.save(EnvelopeLevel::interchange);
  counter.add("A", "1", held, false, 1);
  counter.save(EnvelopeLevel::set);
  for (int i = 0; i < 3; ++i) {
    counter.add("B", "2", held, false, 1);
    counter.add("A", "1", held, false, 1);
    CHECK(told(counter.totals()) == "1/A=3:3 2/B=1:1 ");
    counter.restore(EnvelopeLevel::set);
    CHECK(told(counter.totals()) == "1/A=2:2 ");
  }
  counter.add("B", "2", held, false, 5);
  // The next set; and then all of the interchange.
  counter.save(EnvelopeLevel::set);
  counter.add("B", "2", held, false, 5);
  counter.restore(EnvelopeLevel::set);
  CHECK(told(counter.totals()) == "1/A=2:2 2/B=1:5 ");
  counter.restore(EnvelopeLevel::interchange);
  CHECK(told(counter.totals()) == "1/A=1:1 ");
  counter.add("B", "2", clean, false, 5);
  CHECK(told(counter.totals()) == "1/A=1:1 2/B=1:0 ");
}

TEST_CASE("beyond a thousand the others are counted together, and nothing is lost") {
  PartyCounter counter;
  for (std::size_t i = 0; i < max_parties + 10; ++i) counter.add("P", std::to_string(i), held, false, 1);
  counter.add("P", "0", held, false, 1);
  auto const parties = counter.totals();
  REQUIRE(parties.size() == max_parties + 1);
  CHECK(parties.front().in.claims == 2);
  CHECK(parties.back().others);
  CHECK(parties.back().in.claims == 10);
  counter.save(EnvelopeLevel::set);
  counter.add("P", "new", held, false, 1);
  counter.restore(EnvelopeLevel::set);
  CHECK(told(counter.totals()) == told(parties));
}

TEST_CASE("lists of several inputs are added by id and name, the others last") {
  PartySum sum;
  PartyTotals others{.others = true};
  others.add(held, false, 3);
  PartyTotals green{.name = "GREEN", .id = "2"};
  green.add(clean, true, 4);
  PartyTotals blue{.name = "BLUE", .id = "1"};
  blue.add(held, false, 5);
  sum.add({others, green});
  sum.add({blue, green, others});
  CHECK(told(sum.totals()) == "1/BLUE=1:5 2/GREEN=2:0 others=2:6 ");
  CHECK(sum.totals().at(1).clean_with_warnings == Tally{2, 8});
}

}  // namespace
}  // namespace scrub837::test::party_counter_test
