#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "src/worklist/typed_answers.hpp"

namespace scrub837::test::release_reasons_test {

TEST_CASE("typed reason: it says why the claim may go out as it is, or who decided") {
  std::ifstream file(SCRUB837_SOURCE_DIR "/tests/worklist/release_reasons.tsv");
  int accepted = 0;
  int refused = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#' || line.starts_with("verdict\t")) continue;
    auto const tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    auto const verdict = line.substr(0, tab);
    auto const reason = line.substr(tab + 1);
    CAPTURE(reason);
    REQUIRE((verdict == "accepted" || verdict == "refused"));
    CHECK((fault_of_reason(reason).empty() ? "accepted" : "refused") == verdict);
    ++(verdict == "accepted" ? accepted : refused);
  }
  CHECK(accepted >= 130);
  CHECK(refused >= 180);
}

}  // namespace scrub837::test::release_reasons_test
