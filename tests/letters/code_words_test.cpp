#include "src/letters/code_words.hpp"

#include <doctest/doctest.h>

#include "src/claim/attachment.hpp"
#include "src/guide/report_types.hpp"

namespace scrub837::test::code_words_test {
namespace {

TEST_CASE("every report type of the guide has words of its own, and nothing else has") {
  for (auto const& code : report_types()) {
    CAPTURE(code);
    CHECK(report_type_words(code).size() > 3);
  }
  CHECK(report_type_words("NN") == "nursing notes");
  for (auto const* const code : {"", "nn", "ZZ", "N", "NNN"}) CHECK(report_type_words(code).empty());
}

TEST_CASE("ways of sending and places of service have words") {
  for (auto const* const code : {"BM", "EL", "EM", "FT", "FX"}) {
    CAPTURE(code);
    REQUIRE(is_sent(code));
    CHECK(transmission_words(code).size() > 3);
  }
  CHECK(transmission_words("AA") == "available on request");
  CHECK(transmission_words("XX").empty());
  CHECK(place_words("12") == "home");
  CHECK(place_words("01") == "pharmacy");
  CHECK(place_words("99") == "another place");
  CHECK(place_words("00").empty());
}

}  // namespace
}  // namespace scrub837::test::code_words_test
