#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::dup001_claim_repeated_test {
TEST_CASE("placeholder") {}
}  // namespace scrub837::test::dup001_claim_repeated_test
