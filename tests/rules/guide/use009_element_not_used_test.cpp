#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::use009_element_not_used_test {
namespace {

TEST_CASE("USE009 element-not-used") {
  RuleCases cases;
  rule_test("USE009", cases);
}

}  // namespace
}  // namespace scrub837::test::use009_element_not_used_test
