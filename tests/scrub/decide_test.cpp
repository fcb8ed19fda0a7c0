#include "src/scrub/decide.hpp"

#include <doctest/doctest.h>

namespace scrub837::test {
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

}  // namespace
}  // namespace scrub837::test
