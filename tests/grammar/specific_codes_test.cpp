#include "grammar/specific_codes.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace scrub837::grammar {
namespace {

std::string joined(std::vector<std::string> const& words) {
  std::string text;
  for (auto const& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

TEST_CASE("list of specific codes: words, and what they must not stand beside") {
  std::size_t bad_line = 0;
  auto const list = parse_specific_codes(
      "# a remark\n99503 2002-01-01 - visit O2 SETUP, OXYGEN [ON HOME] (SAT)\n"
      "T1019/S5125 - - words info CARE (PLAN)\n",
      bad_line);
  CHECK(bad_line == 0);
  REQUIRE(list.size() == 2);
  CHECK(joined(list[0].codes) == "99503");
  CHECK(joined(list[0].flags) == "visit");
  CHECK(joined(list[1].codes) == "T1019 S5125");
  CHECK(joined(list[1].flags) == "words info");
  REQUIRE(list[0].phrases.size() == 2);
  CHECK(joined(list[0].phrases[0].words) == "O2 SETUP");
  CHECK(joined(list[0].phrases[0].not_before) == "");
  CHECK(joined(list[0].phrases[1].not_after) == "ON HOME");
  CHECK(joined(list[0].phrases[1].not_before) == "SAT");
  REQUIRE(list[1].phrases.size() == 1);
  CHECK(joined(list[1].phrases[0].not_before) == "PLAN");
}

TEST_CASE("list of specific codes: a line that can't be read is named") {
  for (auto const* const bad :
       {"99503 - - visit OXYGEN [ON", "99503 - - visit OXYGEN (SAT", "99503 - visit A"}) {
    CAPTURE(bad);
    std::size_t bad_line = 0;
    CHECK(parse_specific_codes("T1019 - - words CARE\n" + std::string(bad), bad_line).empty());
    CHECK(bad_line == 2);
  }
}

}  // namespace
}  // namespace scrub837::grammar
