#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::use007_segment_out_of_order_test {
namespace {

TEST_CASE("USE007 segment-out-of-order") {
  RuleCases cases;
  rule_test("USE007", cases);
}

}  // namespace
}  // namespace scrub837::test::use007_segment_out_of_order_test
