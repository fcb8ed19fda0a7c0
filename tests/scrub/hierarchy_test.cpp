#include "src/scrub/hierarchy.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/units.hpp"

namespace scrub837::test::hierarchy_test {
namespace {

// Goes through levels as a set is read: B where a level holds what is below, ? where its place is not judged,
// ! where the one that it names is left out.
std::string follow(Hierarchy& hierarchy, std::string const& text) {
  Units const units(text);
  std::string result;
  for (auto const unit : units.all()) {
    auto const hl = units.block().view(unit[0], {});
    for (int rank = 3; rank >= rank_of(hl[3]); --rank) hierarchy.close(rank);
    auto const rank = hierarchy.open(units.block(), unit, {}, 0, 0);
    auto const seen = hierarchy.place(hl, rank);
    hierarchy.settle(hl, rank);
    hierarchy.follow_lost(unit, rank);
    result += std::to_string(rank);
    if (!seen) result += "?";
    if (seen && seen->parent_lost) result += "!";
    if (hierarchy.is_blocked(rank)) result += "B";
    result += " ";
  }
  return result;
}

TEST_CASE("Hierarchy: levels in order have their places") {
  Hierarchy hierarchy;
  hierarchy.begin_set();
  CHECK(follow(hierarchy, "HL*1**20*1~NM1*85~HL*2*1*22*1~SBR*P~HL*3*2*23*0~PAT*19~HL*4*1*22*0~SBR*P~") ==
        "0 1 2 1 ");
  CHECK(hierarchy.verdict(0).children == 2);
}

TEST_CASE("Hierarchy: a number that is skipped is a level that was left out") {
  Hierarchy hierarchy;
  hierarchy.begin_set();
  // The provider 3 is missing: the subscriber that names it isn't placed below provider 1.
  CHECK(follow(hierarchy, "HL*1**20*1~NM1*85~HL*2*1*22*0~SBR*P~HL*4*3*22*0~SBR*P~HL*5*3*22*0~SBR*P~") ==
        "0 1 1! 1?B ");
}

TEST_CASE("Hierarchy: below a level of no known kind nothing is placed, until its error is released") {
  Hierarchy hierarchy;
  hierarchy.begin_set();
  CHECK(follow(hierarchy, "HL*1**20*1~NM1*85~HL*2*1*99*1~HL*3*2*22*0~SBR*P~") == "0 3? 1?B ");
  hierarchy.begin_set();
  follow(hierarchy, "HL*1**20*1~NM1*85~HL*2*1*99*1~");
  hierarchy.release_unplaceable(0, {"L1"});
  CHECK(follow(hierarchy, "HL*3*2*22*0~SBR*P~") == "1? ");
  CHECK(hierarchy.verdict(1).released == std::vector<std::string>{"L1"});
}

TEST_CASE("Hierarchy: behind a lost HL all is held up to a whole level of its rank") {
  Hierarchy hierarchy;
  hierarchy.begin_set();
  CHECK(follow(hierarchy, "HL*1**20*1~NM1*85~HL*2*1*22*0~SBR*P~") == "0 1 ");
  hierarchy.lose(0);
  CHECK(hierarchy.verdict(1).blocked);
  CHECK(follow(hierarchy, "HL*4*3*22*0~SBR*P~HL*5**20*1~NM1*85~HL*6*5*22*0~SBR*P~") == "1!B 0 1 ");
}

}  // namespace
}  // namespace scrub837::test::hierarchy_test
