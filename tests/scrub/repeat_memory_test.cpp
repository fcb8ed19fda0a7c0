#include "src/scrub/repeat_memory.hpp"

#include <doctest/doctest.h>

namespace scrub837::test::repeat_memory_test {
namespace {

TEST_CASE("RepeatMemory names the input that had a key first") {
  RepeatMemory memory;
  memory.begin_input("a.837", 0);
  CHECK_FALSE(memory.note(7, 3));
  CHECK(memory.where("claim", memory.note(7, 5).value()) == "claim 3 of the file");
  CHECK_FALSE(memory.note(9, 12));
  memory.begin_input("b.837", 1);
  CHECK(memory.input() == 1);
  CHECK(memory.where("claim", memory.note(7, 1).value()) == "claim 3 of a.837");
  CHECK_FALSE(memory.note(8, 1));
  CHECK(memory.where("set", memory.note(8, 2).value()) == "set 1 of the file");
  // Nothing noted: the next one begins behind it all the same.
  memory.begin_input("c.837", 2);
  memory.begin_input("d.837", 3);
  CHECK(memory.where("claim", memory.note(9, 1).value()) == "claim 12 of a.837");
  CHECK(memory.where("claim", memory.note(8, 1).value()) == "claim 1 of b.837");
}

TEST_CASE("RepeatMemory counts a text on the claims of all inputs, and what is read again once") {
  RepeatMemory memory;
  for (std::uint64_t input = 0; input < 3; ++input) {
    memory.begin_input("in", input);
    for (std::uint64_t claim = 1; claim <= 3; ++claim) {
      CHECK_FALSE(memory.note_text(1, claim));
      CHECK_FALSE(memory.note_text(1, claim));
    }
  }
  memory.begin_input("last", 3);
  CHECK(memory.note_text(1, 1));
  CHECK(memory.note_text(1, 2));
  CHECK_FALSE(memory.note_text(2, 2));
}

TEST_CASE("RepeatMemory compares so many claims of a run, and says how many it did not") {
  RepeatMemory memory({.claims = 5});
  memory.begin_input("a", 0);
  for (std::uint64_t claim = 1; claim <= 3; ++claim) CHECK(memory.compares(claim));
  CHECK(memory.compares(2));
  CHECK(memory.not_compared() == 0);
  memory.begin_input("b", 1);
  CHECK(memory.compares(1));
  CHECK(memory.compares(2));
  CHECK_FALSE(memory.compares(3));
  CHECK_FALSE(memory.compares(4));
  CHECK(memory.not_compared() == 2);
  memory.begin_input("c", 2);
  CHECK_FALSE(memory.compares(1));
  CHECK(memory.not_compared() == 1);
  static_assert(RepeatMemory::max_claims == 4'000'000);
}

// Of an input that was read without regard to others.
struct Alone {
  Alone(std::uint64_t key, std::uint64_t texts) {
    memory.begin_input("b", 1);
    CHECK_FALSE(memory.note(key, 1));
    for (std::uint64_t claim = 1; claim <= texts; ++claim) CHECK_FALSE(memory.note_text(5, claim));
  }
  RepeatMemory memory;
};

TEST_CASE(
    "RepeatMemory: an input that was read alone is affected by what it has in common with earlier ones") {
  RepeatMemory run;
  run.begin_input("a", 0);
  CHECK_FALSE(run.note(1, 1));
  for (std::uint64_t claim = 1; claim <= 6; ++claim) CHECK_FALSE(run.note_text(5, claim));
  CHECK_FALSE(run.affects(Alone(2, 3).memory));
  CHECK(run.affects(Alone(1, 0).memory));
  CHECK(run.affects(Alone(2, 4).memory));
  // Without the six, ten of its own were found by it.
  RepeatMemory other;
  other.begin_input("x", 0);
  CHECK_FALSE(other.affects(Alone(1, 9).memory));
}

TEST_CASE("RepeatMemory: more claims than are compared have to be read in order") {
  RepeatMemory run({.claims = 3});
  run.begin_input("a", 0);
  CHECK(run.compares(2));
  RepeatMemory alone({.claims = 3});
  alone.begin_input("b", 1);
  CHECK(alone.compares(1));
  CHECK_FALSE(run.affects(alone));
  CHECK(alone.compares(2));
  CHECK(run.affects(alone));
}

TEST_CASE("RepeatMemory: what was taken back is not absorbed, and the rest is as if read in order") {
  RepeatMemory run;
  run.begin_input("a", 0);
  CHECK_FALSE(run.note(1, 4));
  RepeatMemory alone;
  alone.begin_input("b", 1);
  CHECK_FALSE(alone.note(2, 1));
  auto const point = alone.savepoint();
  CHECK_FALSE(alone.note(3, 2));
  alone.restore(point);
  CHECK_FALSE(alone.note_text(5, 1));
  run.absorb(alone);
  run.begin_input("c", 2);
  CHECK(run.where("claim", run.note(1, 1).value()) == "claim 4 of a");
  CHECK(run.where("claim", run.note(2, 1).value()) == "claim 1 of b");
  CHECK_FALSE(run.note(3, 1));
  for (std::uint64_t claim = 1; claim <= 8; ++claim) CHECK_FALSE(run.note_text(5, claim));
  CHECK(run.note_text(5, 9));
}

}  // namespace
}  // namespace scrub837::test::repeat_memory_test
