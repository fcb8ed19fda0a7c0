#include "src/html/page_words.hpp"

#include <doctest/doctest.h>

namespace scrub837::test::page_words_test {
namespace {

TEST_CASE("page words: dollars, counts, shares and dates") {
  CHECK(dollars(0) == "$0.00");
  CHECK(dollars(130800) == "$1,308.00");
  CHECK(dollars(123456789012) == "$1,234,567,890.12");
  CHECK(dollars(-5) == "-$0.05");
  CHECK(grouped(999) == "999");
  CHECK(grouped(20000) == "20,000");
  CHECK(counted(1, "claim") == "1 claim");
  CHECK(counted(1000, "claim") == "1,000 claims");
  CHECK(percent(1, 3) == "33.3%");
  CHECK(percent(0, 0) == "\u2013");
  CHECK(length_of(1, 3, 400) == "133.3");
  CHECK(us_date("20260914") == "09/14/2026");
  CHECK(us_date("2026-9-1") == "2026-9-1");
}

TEST_CASE("page words: a cause of many claims is told by its rule, not by the amounts of one of them") {
  RootCause cause{.rule = find_rule("BAL001"),
                  .message = "CLM02 is $300.00; the service lines total $190.00."};
  cause.held.claims = 2;
  CHECK(what_is_wrong(cause).find('$') == std::string::npos);
  CHECK(what_is_wrong(cause).ends_with('.'));
  cause.held.claims = 1;
  CHECK(what_is_wrong(cause) == cause.message);
  cause.reach = RootCause::Reach::above;
  cause.held.claims = 2;
  CHECK(what_is_wrong(cause) == cause.message);
}

}  // namespace
}  // namespace scrub837::test::page_words_test
