#include "src/report/near_claims.hpp"

#include <doctest/doctest.h>

namespace scrub837::test::near_claims_test {
namespace {

std::string near(std::string_view wanted, std::vector<std::string> const& numbers) {
  NearClaims claims;
  std::uint64_t index = 0;
  for (auto const& number : numbers) claims.look_at(wanted, number, ++index);
  std::string text;
  for (auto const& one : claims.found()) text += (text.empty() ? "" : " ") + one.number;
  return text;
}

TEST_CASE("near claims: case, blanks, hyphens and zeros in front make no other number") {
  for (std::string_view const wanted : {"lhv-1003", "LHV1003", " LHV-1003 ", "lhv 10 03", "LHV-1003."}) {
    CAPTURE(wanted);
    CHECK(near(wanted, {"X-1", "LHV-1003"}) == "LHV-1003");
  }
  CHECK(near("418813", {"00418813"}) == "00418813");
  CHECK(near("0000000418813", {"418813"}) == "418813");
  CHECK(near("LHV-1003", {"LHV-1003"}).empty());
  CHECK(near("---", {"0"}).empty());
}

TEST_CASE("near claims: slips of the keys; what is the same but for how it is written comes first") {
  CHECK(near("LHV-1033", {"LHV-1003", "LHV-2222"}) == "LHV-1003");
  CHECK(near("LHV1003", {"LHV1001", "LHV1002", "LHV1004", "LHV1005", "LHV-1003"}) ==
        "LHV-1003 LHV1001 LHV1002");
}

TEST_CASE("near claims: numbers are told only where they may be shown") {
  std::vector<std::pair<std::string, NearClaims::Near>> const found{{"a\n.837", {"A\u202E1", 3}},
                                                                    {"b.837", {"A2", 1}}};
  CHECK(did_you_mean(found, true) == "; did you mean A.1 or A2?");
  CHECK(did_you_mean(found, false) == "; did you mean claim #3 of a..837 or claim #1 of b.837?");
  CHECK(did_you_mean({}, true).empty());
  CHECK(did_you_mean({{"a.837", {"A-2", 3}}, {"b.837", {"A-1", 1, true}}}, true) == "; did you mean A-1?");
  CHECK(did_you_mean({5, {"a.837", {"A-1", 1}}}, true) == "; did you mean A-1 or A-1 or A-1?");
}

}  // namespace
}  // namespace scrub837::test::near_claims_test
