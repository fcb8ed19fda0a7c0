#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::use011_elements_conflict_test {
namespace {

TEST_CASE("USE011 elements-conflict") {
  RuleCases cases;
  rule_test("USE011", cases);
}

}  // namespace
}  // namespace scrub837::test::use011_elements_conflict_test
