#include "src/io/seen_keys.hpp"

#include <doctest/doctest.h>

#include <map>

#include "tests/support/property.hpp"

namespace scrub837::test {
namespace {

TEST_CASE("SeenKeys names the first that bore a key") {
  SeenKeys seen;
  CHECK_FALSE(seen.note(7, 1));
  CHECK_FALSE(seen.note(8, 2));
  CHECK(seen.note(7, 3) == 1U);
  CHECK(seen.note(7, 4) == 1U);
  // What is read a second time meets itself.
  CHECK_FALSE(seen.note(8, 2));
  CHECK_FALSE(seen.note(0, 5));
  CHECK(seen.note(0, 6) == 5U);
}

TEST_CASE("SeenKeys beyond its limit goes to runs on disk and forgets nothing") {
  SeenKeys seen(16);
  constexpr std::uint64_t keys = 20000;
  for (std::uint64_t i = 1; i <= keys; ++i) CHECK_FALSE(seen.note(i * 0x9E3779B97F4A7C15U, i));
  for (std::uint64_t i = 1; i <= keys; i += 7) CHECK(seen.note(i * 0x9E3779B97F4A7C15U, keys + i) == i);
  for (std::uint64_t i = 1; i <= keys; i += 501) CHECK_FALSE(seen.note(i * 0x9E3779B97F4A7C15U, i));
}

TEST_CASE("SeenKeys knows a key again at the very moment when its table is written away") {
  for (std::uint64_t keys = 500; keys < 530; ++keys) {
    CAPTURE(keys);
    SeenKeys seen(512);
    for (std::uint64_t i = 1; i <= keys; ++i) CHECK_FALSE(seen.note(i, i));
    CHECK(seen.note(1, keys + 1) == 1U);
  }
}

TEST_CASE("SeenKeys does what a map does, whatever its limit") {
  holds(
      100,
      [](void) {
        auto const keys =
            *rc::gen::container<std::vector<std::uint64_t>>(rc::gen::inRange<std::uint64_t>(0, 600));
        SeenKeys seen(*rc::gen::inRange<std::size_t>(1, 2000));
        seen.reserve(*rc::gen::inRange<std::uint64_t>(0, 4000));
        std::map<std::uint64_t, std::uint64_t> mirror;
        std::uint64_t ordinal = 0;
        for (auto const key : keys) {
          for (std::uint64_t const spread : {key, key * 1000003, key << 40U}) {
            ++ordinal;
            auto const [entry, fresh] = mirror.try_emplace(spread, ordinal);
            auto const first = seen.note(spread, ordinal);
            RC_ASSERT(first.has_value() == !fresh);
            if (first) RC_ASSERT(*first == entry->second);
          }
        }
      },
      1500);
}

}  // namespace
}  // namespace scrub837::test
