#include "src/inbox/inbox_lock.hpp"

#include <doctest/doctest.h>

#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::inbox_lock_test {
namespace {

using inbox::InboxLock;

TEST_CASE("inbox lock: one run has it, the other learns since when") {
  TemporaryFolder const folder;
  InboxLock one(folder / "lock");
  InboxLock other(folder / "lock");
  REQUIRE(one.try_to_take());
  CHECK(one.cut_off() == "");
  CHECK(!other.try_to_take());
  auto const since = inbox::seconds_of(other.held_since());
  REQUIRE(since);
  CHECK(std::time(nullptr) - *since < 60);
}

TEST_CASE("inbox lock: it is free again when its run ends, and says if that was cut off") {
  TemporaryFolder const folder;
  {
    InboxLock lock(folder / "lock");
    REQUIRE(lock.try_to_take());
  }
  {
    InboxLock lock(folder / "lock");
    REQUIRE(lock.try_to_take());
    CHECK(lock.cut_off() == "");
  }
  // A run that was killed leaves the time of its beginning.
  write_file(folder / "lock", "2026-11-27T02:00:00Z process 12\n");
  InboxLock lock(folder / "lock");
  REQUIRE(lock.try_to_take());
  CHECK(lock.cut_off() == "2026-11-27T02:00:00Z");
}

TEST_CASE("inbox lock: times are read as they are written") {
  CHECK(inbox::seconds_of("2026-11-27T02:00:00Z") == 1795744800);
  CHECK(!inbox::seconds_of("2026-11-27"));
  CHECK(!inbox::seconds_of(""));
}

}  // namespace
}  // namespace scrub837::test::inbox_lock_test
