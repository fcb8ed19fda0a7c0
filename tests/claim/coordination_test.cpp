#include "src/claim/coordination.hpp"

#include <doctest/doctest.h>

namespace scrub837::test::coordination_test {
namespace {

TEST_CASE("coordination: a sum of amounts is known as long as each of them is") {
  AmountSum sum;
  CHECK(sum.total() == Money{0});
  sum.add("100.5");
  sum.add("-0.25");
  CHECK(sum.total() == Money{1'002'500});
  AmountSum other;
  other.add("1");
  other.add(sum);
  CHECK(other.total() == Money{1'012'500});
  sum.add("1O0");
  CHECK_FALSE(sum.total().has_value());
  other.add(sum);
  CHECK_FALSE(other.total().has_value());
}

TEST_CASE("coordination: amounts too large to be added are not known") {
  for (auto const* const amount : {"9999999999999", "-9999999999999"}) {
    AmountSum sum;
    for (int i = 0; i < 1000; ++i) sum.add(amount);
    CHECK_FALSE(sum.total().has_value());
  }
}

}  // namespace
}  // namespace scrub837::test::coordination_test
