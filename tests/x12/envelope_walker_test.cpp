#include "src/x12/envelope_walker.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/units.hpp"

namespace scrub837::test::envelope_walker_test {
namespace {

using Step = EnvelopeWalker::Step;

// The ranks of the open levels, after each unit.
std::string walk(std::string const& text) {
  Units const units(text);
  EnvelopeWalker walker(EnvelopeWalker::Keep::texts);
  std::string result;
  for (auto const unit : units.all()) {
    auto const step = walker.step(units.block(), unit, {});
    result += step == Step::set ? "S" : step == Step::level ? "L" : step == Step::claim ? "C" : "-";
    for (int rank = 0; rank < static_cast<int>(EnvelopeWalker::ranks); ++rank)
      if (walker.is_open(rank)) result += walker.level(rank).number;
    result += " ";
  }
  return result;
}

TEST_CASE("EnvelopeWalker: a level closes those of its rank and deeper") {
  CHECK(walk("ST*837*1~HL*1**20*1~HL*2*1*22*1~HL*3*2*23*0~CLM*A~HL*4*1*22*0~CLM*B~HL*5**20*1~SE*9*1~") ==
        "S L1 L12 L123 C123 L14 C14 L5 -5 ");
}

TEST_CASE("EnvelopeWalker: the next set begins without levels, with an ST or without") {
  CHECK(walk("ST*837*1~HL*1**20*1~SE*3*1~ST*837*2~HL*1**20*1~") == "S L1 -1 S L1 ");
  CHECK(walk("GS*HC~HL*7**20*1~HL*8*7*22*0~CLM*A~GE*1~HL*9**22*0~") == "- L7 L78 C78 -78 L9 ");
}

TEST_CASE("EnvelopeWalker: a level of no known kind stands below all others") {
  CHECK(walk("ST*837*1~HL*1**20*1~HL*2*1*22*0~HL*3*2*99*0~CLM*A~HL*4*1*22*0~") == "S L1 L12 L123 C123 L14 ");
}

TEST_CASE("EnvelopeWalker: what stands in the levels tells patients apart, whatever their numbers") {
  auto const digest = [](std::string const& text) {
    Units const units(text);
    EnvelopeWalker walker(EnvelopeWalker::Keep::texts);
    for (auto const unit : units.all()) walker.step(units.block(), unit, {});
    return walker.contents().digest();
  };
  auto const one = digest("ST*837*1~HL*1**20*1~NM1*85~HL*2*1*22*0~NM1*IL*1*DOE~");
  CHECK(one == digest("ST*837*9~HL*5**20*1~NM1*85~HL*8*5*22*0~NM1*IL*1*DOE~"));
  CHECK(one != digest("ST*837*1~HL*1**20*1~NM1*85~HL*2*1*22*0~NM1*IL*1*ROE~"));
  CHECK(one != digest("ST*837*1~HL*1**20*1~HL*2*1*22*0~NM1*IL*1*DOE~"));
}

TEST_CASE("EnvelopeWalker: a level keeps its own text, number and place") {
  Units const units("HL*07*3*22*1~SBR*P~");
  EnvelopeWalker walker(EnvelopeWalker::Keep::texts);
  walker.open_set();
  auto const& level = walker.open_level(units.block(), units.all()[0], {}, 4711, 12);
  CHECK(level.open);
  CHECK(level.number == "07");
  CHECK(level.child_flag == "1");
  CHECK(level.text == "HL*07*3*22*1");
  CHECK(level.ordinal == 1);
  CHECK(level.offset == 4711);
  CHECK(level.segment_number == 12);
  // Who asks for the ranks alone gets no texts.
  EnvelopeWalker ranks(EnvelopeWalker::Keep::ranks);
  ranks.open_set();
  CHECK(ranks.open_level(units.block(), units.all()[0], {}, 4711, 12).text.empty());
  CHECK(ranks.level(1).offset == 4711);
}

TEST_CASE("EnvelopeWalker: levels are counted in their set, and the innermost open one is known") {
  Units const units("ST*837*1~HL*1**20*1~HL*2*1*22*1~HL*3*2*23*0~CLM*A~HL*4*1*22*0~SE*6*1~ST*837*2~");
  EnvelopeWalker walker(EnvelopeWalker::Keep::ranks);
  std::string inner;
  std::string counts;
  std::string in_set;
  for (auto const unit : units.all()) {
    walker.step(units.block(), unit, {});
    auto const rank = walker.innermost();
    inner += rank ? std::to_string(*rank) : "-";
    counts += std::to_string(walker.level_count());
    in_set += walker.in_set() ? "y" : "n";
  }
  CHECK(inner == "-012211-");
  CHECK(counts == "01233440");
  CHECK(in_set == "yyyyyyny");
  walker.close_levels(0);
  CHECK_FALSE(walker.innermost().has_value());
}

TEST_CASE("EnvelopeWalker: levels that are closed from a rank on leave those above open") {
  Units const units("ST*837*1~HL*1**20*1~HL*2*1*22*1~HL*3*2*23*0~");
  EnvelopeWalker walker(EnvelopeWalker::Keep::ranks);
  for (auto const unit : units.all()) walker.step(units.block(), unit, {});
  walker.close_levels(1);
  CHECK(walker.is_open(0));
  CHECK_FALSE(walker.is_open(1));
  CHECK_FALSE(walker.is_open(2));
  CHECK(walker.innermost() == 0);
  walker.leave_set();
  CHECK_FALSE(walker.in_set());
  // The levels stay until another set begins.
  CHECK(walker.is_open(0));
}

}  // namespace
}  // namespace scrub837::test::envelope_walker_test
