#include "src/text/quick_hash.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace scrub837::test::quick_hash_test {
namespace {

std::uint64_t hash(std::string_view text) { return QuickHash().add(text).value(); }

TEST_CASE("QuickHash: each byte counts, wherever it is, and so does the length") {
  std::set<std::uint64_t> seen{hash({})};
  std::size_t texts = 1;
  for (std::size_t size = 1; size <= 50; ++size) {
    std::string text(size, 'A');
    CHECK_MESSAGE(seen.insert(hash(text)).second, size);
    ++texts;
    for (char& byte : text) {
      byte = 'B';
      seen.insert(hash(text));
      byte = 'A';
      ++texts;
    }
  }
  CHECK(seen.size() == texts);
}

TEST_CASE("QuickHash: amounts and numbers of any length differ, whatever came before") {
  for (std::uint64_t before = 0; before < 100; ++before) {
    std::set<std::uint64_t> seen;
    for (int amount = 1; amount <= 300; ++amount)
      seen.insert(QuickHash(before).add(std::to_string(amount)).value());
    CHECK(seen.size() == 300);
    for (std::size_t size = 1; size <= 40; ++size) {
      auto id = std::string(size, '1');
      for (char const first : {'0', '1', '2', '3'}) {
        id[0] = first;
        seen.insert(QuickHash(before).add("M" + id).value());
      }
    }
    CHECK(seen.size() == 460);
  }
}

TEST_CASE("QuickHash: order and ends of values count") {
  CHECK(QuickHash().add("AB").add("C").value() != QuickHash().add("A").add("BC").value());
  CHECK(QuickHash().add("AB").add("C").value() != QuickHash().add("C").add("AB").value());
  CHECK(QuickHash().add(1).add(2).value() != QuickHash().add(2).add(1).value());
  CHECK(QuickHash(1).add("A").value() != QuickHash(2).add("A").value());
  CHECK(QuickHash().add("A").value() == hash("A"));
}

TEST_CASE("QuickHash: a name is the same in either case") {
  for (std::string const name :
       {"Doe", "Montgomery", "Wolfeschlegelsteinhausen", "Wolfeschlegelsteinhausenberger"}) {
    std::string upper;
    for (char const byte : name) upper.push_back(byte >= 'a' ? static_cast<char>(byte - 'a' + 'A') : byte);
    CHECK(QuickHash().add_name(name).value() == QuickHash().add_name(upper).value());
    CHECK(hash(name) != hash(upper));
  }
}

}  // namespace
}  // namespace scrub837::test::quick_hash_test
