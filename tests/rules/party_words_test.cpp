#include "src/rules/party_words.hpp"

#include <doctest/doctest.h>

namespace scrub837::test::party_words_test {

TEST_CASE("whose an element is: the party and its loop, or nothing") {
  CHECK(of_party({}, LoopId::L2010AA) == " of the billing provider (2010AA)");
  CHECK(of_party({}, LoopId::L2310A) == " of the referring provider (2310A)");
  CHECK(of_party({}, LoopId::stray).empty());
}

}  // namespace scrub837::test::party_words_test
