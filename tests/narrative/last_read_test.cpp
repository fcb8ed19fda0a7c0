#include "src/narrative/last_read.hpp"

#include <doctest/doctest.h>

#include <string>

namespace scrub837::test::last_read_test {
namespace {

TEST_CASE("last read: a text is known by every byte and by its code") {
  LastRead<int> last;
  CHECK(last.find("WOUND CARE", "99600") == nullptr);
  last.keep(7, "WOUND CARE", "99600");
  REQUIRE(last.find("WOUND CARE", "99600") != nullptr);
  CHECK(*last.find("WOUND CARE", "99600") == 7);
  CHECK(last.find("WOUND CARE", "T1999") == nullptr);
  CHECK(last.find("WOUND CARE 9", "9600") == nullptr);
  CHECK(last.find("WOUND CARe", "99600") == nullptr);
  CHECK(last.find("WOUND CARE") == nullptr);
}

TEST_CASE("last read: what is read later takes the place, and what is too long is not kept") {
  LastRead<int> last;
  for (int i = 0; i < 10'000; ++i) last.keep(i, "TEXT " + std::to_string(i));
  int known = 0;
  for (int i = 0; i < 10'000; ++i) {
    auto const* const found = last.find("TEXT " + std::to_string(i));
    if (found == nullptr) continue;
    CHECK(*found == i);
    ++known;
  }
  CHECK(known > 500);
  CHECK(known <= static_cast<int>(LastRead<int>::places));
  std::string const much(105, 'A');
  last.keep(1, much);
  CHECK(last.find(much) == nullptr);
  last.keep(1, much.substr(1));
  CHECK(last.find(much.substr(1)) != nullptr);
}

TEST_CASE("last read: an empty text is never known") {
  LastRead<int> last;
  last.keep(1, "");
  CHECK(last.find("") == nullptr);
}

}  // namespace
}  // namespace scrub837::test::last_read_test
