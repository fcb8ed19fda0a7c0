#include "src/scrub/decide.hpp"

#include <doctest/doctest.h>

namespace scrub837::test::decide_test {
namespace {

using enum Disposition;

TEST_CASE("decide: a claim in which nothing stands is clean, or fixed") {
  CHECK(decide({}) == clean);
  CHECK(decide({.changed = true}) == fixed);
  CHECK(decide({.hold_never = true, .changed = true}) == fixed);
  // A reason where none is needed changes nothing.
  CHECK(decide({.consented = true}) == clean);
}

TEST_CASE("decide: what stands in a claim or above it holds it") {
  CHECK(decide({.faulty = true}) == held);
  CHECK(decide({.faulty = true, .changed = true}) == held);
  CHECK(decide({.blocked_above = true}) == held);
  CHECK(decide({.blocked_above = true, .changed = true}) == held);
}

TEST_CASE("decide: a reason lets out what stands in the claim, not what stands above it") {
  CHECK(decide({.faulty = true, .consented = true}) == released);
  CHECK(decide({.faulty = true, .blocked_above = true, .consented = true}) == held);
  CHECK(decide({.blocked_above = true, .consented = true}) == held);
}

TEST_CASE("decide: an error above that was released lets out right claims alone") {
  CHECK(decide({.released_above = true, .consented = true}) == released);
  CHECK(decide({.faulty = true, .released_above = true}) == held);
  CHECK(decide({.faulty = true, .released_above = true, .consented = true}) == released);
  CHECK(decide({.blocked_above = true, .released_above = true, .consented = true}) == held);
}

TEST_CASE("decide: --hold never lets out everything but what was cut off") {
  CHECK(decide({.faulty = true, .hold_never = true}) == released);
  CHECK(decide({.blocked_above = true, .hold_never = true}) == released);
  CHECK(decide({.cut_off = true, .hold_never = true}) == held);
  CHECK(decide({.cut_off = true, .consented = true}) == held);
}

TEST_CASE("decide: what is refused as a whole goes one way") {
  for (bool const faulty : {false, true}) {
    for (bool const changed : {false, true}) {
      CHECK(decide({.faulty = faulty, .set_refused = true, .consented = true, .changed = changed}) == held);
      CHECK(decide({.faulty = faulty, .set_refused = true, .refused_to_clean = true, .changed = changed}) ==
            released);
    }
  }
}

// All facts together, each as it is or not.
TEST_CASE("decide: for all combinations of facts, only a claim without errors goes out without a reason") {
  for (unsigned bits = 0; bits < 1U << 9U; ++bits) {
    auto const bit = [bits](unsigned number) { return (bits >> number & 1U) != 0; };
    ClaimFacts const facts{.faulty = bit(0),
                           .cut_off = bit(1),
                           .blocked_above = bit(2),
                           .released_above = bit(3),
                           .set_refused = bit(4),
                           .refused_to_clean = bit(5),
                           .hold_never = bit(6),
                           .consented = bit(7),
                           .changed = bit(8)};
    CAPTURE(bits);
    auto const where = decide(facts);
    bool const no_error = !facts.faulty && !facts.cut_off && !facts.blocked_above && !facts.released_above &&
                          !facts.set_refused;
    CHECK((where == clean || where == fixed) == no_error);
    if (no_error) CHECK((where == fixed) == facts.changed);
    if (where == released && !facts.set_refused) {
      CHECK_FALSE(facts.cut_off);
      CHECK((facts.hold_never || facts.consented));
      if (facts.blocked_above) CHECK(facts.hold_never);
    }
    if (facts.set_refused) CHECK((where == released) == facts.refused_to_clean);
  }
}

}  // namespace
}  // namespace scrub837::test::decide_test
