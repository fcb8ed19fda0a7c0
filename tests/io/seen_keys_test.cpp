#include "src/io/seen_keys.hpp"

#include <doctest/doctest.h>

#include <map>

#include "tests/support/draws.hpp"
#include "tests/support/property.hpp"

namespace scrub837::test::seen_keys_test {
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

TEST_CASE("SeenKeys tells what it has, in memory and in runs, but not what was taken back") {
  for (std::size_t const limit : {std::size_t{8}, std::size_t{100000}}) {
    CAPTURE(limit);
    SeenKeys seen(limit);
    for (std::uint64_t key = 1; key <= 3000; ++key) CHECK_FALSE(seen.note(key, key + 1));
    auto const point = seen.savepoint();
    for (std::uint64_t key = 3001; key <= 6000; ++key) CHECK_FALSE(seen.note(key, key + 1));
    seen.restore(point);
    std::uint64_t count = 0;
    CHECK_FALSE(seen.any_of([&](std::uint64_t key, std::uint64_t ordinal) {
      ++count;
      return key > 3000 || ordinal != key + 1;
    }));
    CHECK(count == 3000);
    CHECK(seen.any_of([](std::uint64_t key, std::uint64_t) { return key == 17; }));
    CHECK(seen.contains(1));
    CHECK(seen.contains(3000));
    CHECK_FALSE(seen.contains(3001));
    CHECK_FALSE(seen.contains(7000));
  }
}

TEST_CASE("SeenKeys does what a map does, whatever its limit") {
  holds(
      100,
      [] {
        auto const keys = any_list({0, 600});
        SeenKeys seen(static_cast<std::size_t>(any_in({1, 2000})));
        seen.reserve(any_below(4000));
        std::map<std::uint64_t, std::uint64_t> mirror;
        std::uint64_t ordinal = 0;
        for (auto const drawn : keys) {
          auto const key = static_cast<std::uint64_t>(drawn);
          for (std::uint64_t const spread : {key, key * 1000003, key << 40U}) {
            ++ordinal;
            auto const [entry, fresh] = mirror.try_emplace(spread, ordinal);
            auto const first = seen.note(spread, ordinal);
            ensure_equal(first.has_value(), !fresh);
            if (first) ensure_equal(*first, entry->second);
          }
        }
      },
      1500);
}

}  // namespace
}  // namespace scrub837::test::seen_keys_test
