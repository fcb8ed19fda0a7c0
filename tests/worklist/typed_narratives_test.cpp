#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "src/worklist/typed_answers.hpp"

namespace scrub837::test::typed_narratives_test {

TEST_CASE("typed narratives: remarks that name care are refused, descriptions in their words are taken") {
  std::ifstream file(SCRUB837_SOURCE_DIR "/tests/worklist/typed_narratives.tsv");
  std::size_t refused = 0;
  std::size_t taken = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    auto const tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    auto const text = line.substr(tab + 1);
    bool const is_refused = line.substr(0, tab) == "refused";
    ++(is_refused ? refused : taken);
    CAPTURE(text);
    CHECK((fault_of_description(text, "99600") != "") == is_refused);
  }
  CHECK(refused > 120);
  CHECK(taken > 90);
}

}  // namespace scrub837::test::typed_narratives_test
