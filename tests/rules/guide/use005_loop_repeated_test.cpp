#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::use005_loop_repeated_test {
namespace {

TEST_CASE("USE005 loop-repeated") {
  RuleCases cases;
  rule_test("USE005", cases);
}

}  // namespace
}  // namespace scrub837::test::use005_loop_repeated_test
