#include "src/scrub/row_key.hpp"

#include <doctest/doctest.h>

#include <string>

namespace scrub837::test::row_key_test {

TEST_CASE("a row's key tells its claim and line, and nothing else is a key") {
  auto const digest = std::string(64, 'a') + "." + std::string(12, '0');
  auto const key = "C" + digest + "-12";
  REQUIRE(parse_row_key(key));
  CHECK(parse_row_key(key)->digest == digest);
  CHECK(parse_row_key(key)->line == 12);
  CHECK(parse_row_key("C" + digest + "-0")->line == 0);
  CHECK(parse_row_key("C" + digest.substr(0, 64) + "-2")->digest == digest.substr(0, 64));
  for (auto const& other :
       {std::string(), "C" + digest, "C" + digest + "-", "C" + digest + "--1", "C" + digest + "-1.0",
        "C" + digest + "-99999999999999999999", "X" + digest + "-1", "c" + digest + "-1",
        "C" + std::string(63, 'a') + "-1", "C" + std::string(64, 'g') + digest.substr(64) + "-1",
        "C" + digest.substr(1) + "-1", "C" + digest.substr(0, 64) + "-" + digest.substr(65) + "-1",
        digest + "-1", " " + key}) {
    CAPTURE(other);
    CHECK_FALSE(parse_row_key(other));
  }
}

}  // namespace scrub837::test::row_key_test
