#include "src/text/utc_time.hpp"

#include <doctest/doctest.h>

namespace scrub837::test::utc_time_test {

TEST_CASE("a time is told in UTC, and one that nobody means is not") {
  CHECK(utc_time(0) == "1970-01-01T00:00:00Z");
  CHECK(utc_time(1795744800) == "2026-11-27T02:00:00Z");
  CHECK(utc_time(std::time_t{1} << 60) == "");
  CHECK(utc_time(253402300800) == "");  // the year 10000
  CHECK(utc_time(-3'000'000'000) == "");
}

}  // namespace scrub837::test::utc_time_test
