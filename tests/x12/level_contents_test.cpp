#include "src/x12/level_contents.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace scrub837::test::level_contents_test {
namespace {

Segment token(std::uint32_t begin, std::uint32_t end, bool folded = false) {
  Segment segment;
  segment.begin = begin;
  segment.end = end;
  segment.folded = folded;
  return segment;
}

TEST_CASE("LevelContents: a level replaces those of its rank and deeper; without one nothing is kept") {
  LevelContents contents;
  contents.add("NM1*85");
  auto const nothing = contents.digest();
  contents.open(0);
  contents.add("NM1*85");
  auto const provider = contents.digest();
  CHECK(provider.size() == 12);
  CHECK(provider != nothing);
  contents.open(1);
  contents.add("NM1*IL*1*DOE");
  auto const subscriber = contents.digest();
  CHECK(subscriber != provider);
  contents.open(1);
  contents.add("NM1*IL*1*ROE");
  CHECK(contents.digest() != subscriber);
  contents.open(1);
  contents.add("NM1*IL*1*DOE");
  CHECK(contents.digest() == subscriber);
  contents.clear();
  CHECK(contents.digest() == nothing);
}

TEST_CASE("LevelContents: segments of a block are the same as one by one, whatever is between them") {
  Block const block{.bytes = "HL*1~NM1*85~ \r\nN3*1 MAIN ST~N4~", .data_size = 34};
  std::vector const segments{token(5, 11), token(15, 27), token(28, 30)};
  LevelContents one_by_one;
  one_by_one.open(1);
  for (auto const& segment : segments) one_by_one.add(block.text(segment));
  LevelContents at_once;
  at_once.open(1);
  at_once.add(block, segments);
  CHECK(at_once.digest() == one_by_one.digest());
  CHECK(at_once.level(1) == "NM1*85\nN3*1 MAIN ST\nN4\n");
  CHECK(at_once.level(1) == one_by_one.level(1));
  SUBCASE("more may follow") {
    at_once.add("REF*EI*1");
    CHECK(at_once.level(1) == "NM1*85\nN3*1 MAIN ST\nN4\nREF*EI*1\n");
  }
  SUBCASE("a copy has them although the block is gone") {
    LevelContents again;
    {
      Block const passing{.bytes = "NM1*85~N4~", .data_size = 10};
      again.open(0);
      again.add(passing, std::vector{token(0, 6), token(7, 9)});
    }
    auto const copy = again;
    again.open(0);
    CHECK(copy.level(0) == "NM1*85\nN4\n");
    CHECK(again.level(0).empty());
  }
}

TEST_CASE("LevelContents: of a folded segment the clean copy, which is elsewhere") {
  Block const block{.bytes = "NM1*8\n5~N4~NM1*85", .data_size = 11};
  LevelContents contents;
  contents.open(0);
  contents.add(block, std::vector{token(11, 17, true), token(8, 10)});
  CHECK(contents.level(0) == "NM1*85\nN4\n");
}

}  // namespace
}  // namespace scrub837::test::level_contents_test
