#include "src/fix/claimed_places.hpp"

#include <doctest/doctest.h>

namespace scrub837::test::claimed_places_test {
namespace {

using What = Edit::What;

Fix set(Place place) { return {Applicability::safe, {{What::set, place, "A"}}, {}}; }
Fix insert(Place place) { return {Applicability::safe, {{What::insert_after, place, "NTE*ADD*A"}}, {}}; }
Fix remove(Place place) { return {Applicability::safe, {{What::remove, place, {}}}, {}}; }
Fix read(Place place) { return {Applicability::safe, {}, {place}}; }

TEST_CASE("ClaimedPlaces: fixes of other elements go in together, of one element they don't") {
  ClaimedPlaces places;
  CHECK(places.claim(set({1, 1, 7})));
  CHECK(places.claim(set({1, 1, 3})));
  CHECK(places.claim(set({1, 2, 0})));
  CHECK(places.claim(set({2, 1, 7})));
  CHECK_FALSE(places.claim(set({1, 1, 7})));
  CHECK_FALSE(places.claim(set({1, 1, 0})));
  CHECK_FALSE(places.claim(set({1, 2, 1})));
  CHECK_FALSE(places.claim(read({1, 2, 0})));
  CHECK_FALSE(places.claim(remove({1, 0, 0})));
}

TEST_CASE("ClaimedPlaces: two segments may be put behind one, and nothing else may happen to that") {
  ClaimedPlaces places;
  CHECK(places.claim(insert({1, 0, 0})));
  CHECK(places.claim(insert({1, 0, 0})));
  CHECK_FALSE(places.claim(set({1, 2, 0})));
  CHECK_FALSE(places.claim(remove({1, 0, 0})));
}

TEST_CASE("ClaimedPlaces: a fix that doesn't go in claims nothing") {
  ClaimedPlaces places;
  CHECK(places.claim(set({1, 1, 0})));
  Fix both = set({2, 1, 0});
  both.edits.push_back({What::set, {1, 1, 0}, "B"});
  CHECK_FALSE(places.claim(both));
  CHECK(places.claim(set({2, 1, 0})));
}

}  // namespace
}  // namespace scrub837::test::claimed_places_test
