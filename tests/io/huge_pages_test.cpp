#include "src/io/huge_pages.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace scrub837::test::huge_pages_test {
namespace {

using Words = std::vector<std::uint64_t, HugePages<std::uint64_t>>;

TEST_CASE("HugePages: memory is zero, also where it was used before, and keeps what is written") {
  for (std::size_t const size :
       {std::size_t{1}, std::size_t{1000}, std::size_t{262'144}, std::size_t{700'000}}) {
    for (int again = 0; again < 3; ++again) {
      Words words(size);
      CHECK(std::ranges::all_of(words, [](std::uint64_t word) { return word == 0; }));
      std::ranges::fill(words, 7U);
      words.push_back(8);
      CHECK(static_cast<std::size_t>(std::ranges::count(words, 7U)) == size);
      CHECK(words.back() == 8);
      words.assign(size, {});
      CHECK(std::ranges::count(words, 0U) == static_cast<std::ptrdiff_t>(size));
    }
  }
}

TEST_CASE("HugePages: a large table begins with a page") {
  Words const words(300'000);
  CHECK(reinterpret_cast<std::uintptr_t>(words.data()) % HugePages<std::uint64_t>::page == 0);
}

}  // namespace
}  // namespace scrub837::test::huge_pages_test
