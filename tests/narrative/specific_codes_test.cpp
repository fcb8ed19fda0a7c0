#include "src/narrative/specific_codes.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace scrub837::test::specific_codes_test {
namespace {

std::string_view code_on(std::string_view text, std::string_view day) {
  return code_for_words(text, day, CodePayer::medicare).code;
}

// G0299 is in use since 2016, 99601 since 2004.
TEST_CASE("specific codes: a text that was read before is read for the day that is asked") {
  for (int times = 0; times < 2; ++times) {
    CHECK(code_on("RN VISIT", "20160101") == "G0299");
    CHECK(code_on("RN VISIT", "20151231").empty());
    CHECK(code_on("RN VISIT", "20260914") == "G0299");
    CHECK(code_on("RN VISIT", "") == "G0299");
    CHECK(code_on("IV THERAPY", "20031231").empty());
    CHECK(code_on("IV THERAPY", "20040101") == "99601");
  }
}

TEST_CASE("specific codes: more texts than are kept are each read right") {
  for (int times = 0; times < 2; ++times) {
    for (int i = 0; i < 6'000; ++i) {
      auto const number = std::to_string(i);
      auto const care = i % 2 == 0 ? "RN VISIT " + number : "WOUND CARE " + number;
      CHECK(code_on(care, "20260914") == (i % 2 == 0 ? std::string_view("G0299") : std::string_view()));
    }
  }
}

}  // namespace
}  // namespace scrub837::test::specific_codes_test
