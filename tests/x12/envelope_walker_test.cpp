#include "src/x12/envelope_walker.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/units.hpp"

namespace scrub837::test {
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

}  // namespace
}  // namespace scrub837::test
