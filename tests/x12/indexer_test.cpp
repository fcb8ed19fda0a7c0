#include "src/x12/indexer.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/header.hpp"

namespace scrub837::test::indexer_test {
namespace {

std::string texts(std::string const& bytes, Delimiters delimiters = {}, bool at_end = true,
                  LineEnds line_ends = LineEnds::typed) {
  Block block{bytes, bytes.size(), 0};
  Tokens tokens;
  auto const indexed = Indexer().index(block.data(), delimiters, line_ends, at_end, tokens);
  unfold(block, tokens.segments(), delimiters, line_ends);
  std::string result;
  for (auto const& segment : tokens.segments()) {
    result += "[" + std::string(block.text(segment)) + "]";
    if (segment.folded) result += "folded";
    if (segment.indented) result += "indented";
    if (segment.unterminated) result += "cut";
  }
  return result + (indexed.stop == IndexStop::needs_more    ? " needs more"
                   : indexed.stop == IndexStop::interchange ? " interchange"
                   : indexed.stop == IndexStop::trailer     ? " trailer"
                                                            : " end");
}

std::string const next_isa = isa_segment() + "~";

TEST_CASE("Indexer: segments, with line ends behind the terminator taken along") {
  CHECK(texts("ST*837~\r\nSE*1~\n\n") == "[ST*837][SE*1] end");
  CHECK(texts("ST*837\nSE*1\n", {.terminator = '\n'}) == "[ST*837][SE*1] end");
  CHECK(texts("") == " end");
}

TEST_CASE("Indexer: a segment that may go on needs more") {
  CHECK(texts("ST*837~SE*1", {}, false) == "[ST*837] needs more");
  // A line end behind the terminator could follow.
  CHECK(texts("ST*837~", {}, false) == " needs more");
  CHECK(texts("ST*837~SE*1") == "[ST*837][SE*1]cut end");
}

TEST_CASE("Indexer: folded segments are clean copies, whatever follows them") {
  CHECK(texts("NM1*85*A\nGENCY~SE*1~") == "[NM1*85*AGENCY]folded[SE*1] end");
  CHECK(texts("N\r\nM1*85~") == "[NM1*85]folded end");
  CHECK(texts("NM1*85*A\nGENCY~SE*1", {}, false) == "[NM1*85*AGENCY]folded needs more");
  CHECK(texts("NM1*85*A\nGENCY~X*1~" + next_isa + "GS~", {}, false) ==
        "[NM1*85*AGENCY]folded[X*1] interchange");
  CHECK(texts("NM1*85*A\nGENCY~IEA*1*1~ST*1~") == "[NM1*85*AGENCY]folded[IEA*1*1] trailer");
}

TEST_CASE("Indexer: what stands before an id") {
  CHECK(texts(" ST*837~") == "[ST*837]indented end");
  CHECK(texts("\xEF\xBB\xBFST*837~~~SE*1~") == "[ST*837]indented[SE*1]indented end");
  CHECK(texts("\tST\t837~", {.element = '\t'}) == "[\tST\t837] end");
}

TEST_CASE("Indexer: stops behind an IEA and before an ISA") {
  CHECK(texts("GE*1*1~IEA*1*1~ST*1~") == "[GE*1*1][IEA*1*1] trailer");
  CHECK(texts("GE*1*1~" + next_isa) == "[GE*1*1] interchange");
  CHECK(texts("NM1*ISA*ISA~ISAAC*1~") == "[NM1*ISA*ISA][ISAAC*1] end");
}

TEST_CASE("Indexer: a BIN says how long its data is") {
  CHECK(texts("BIN*5*a~b~c~SE*1~") == "[BIN*5*a~b~c][SE*1] end");
  CHECK(texts("BIN*x*a~SE*1~") == "[BIN*x*a][SE*1] end");
  CHECK(texts("BIN*5*a~b~c~SE*1~", {}, false) == "[BIN*5*a~b~c] needs more");
  CHECK(texts("BDS*ASC*5*a~b~c~SE*1~") == "[BDS*ASC*5*a~b~c][SE*1] end");
  // Data that does not end before a terminator is skipped all the same, up to the next one.
  CHECK(texts("BIN*4*a~b~cd~SE*1~") == "[BIN*4*a~b~cd][SE*1] end");
  CHECK(texts("BIN*13*SE*1~GE*1*1~x~SE*1~") == "[BIN*13*SE*1~GE*1*1~x][SE*1] end");
  CHECK(texts("BIN*" + std::to_string(next_isa.size()) + "*" + next_isa + "~SE*1~") ==
        "[BIN*" + std::to_string(next_isa.size()) + "*" + next_isa + "][SE*1] end");
  // A length that the input has not is a mistake.
  CHECK(texts("BIN*500*a~SE*1~") == "[BIN*500*a][SE*1] end");
}

TEST_CASE("segments are split on demand") {
  SegmentView const view("SV1*HC:99600::::::*125*", {});
  CHECK(view.id() == "SV1");
  CHECK(view[2] == "125");
  CHECK(view[3] == "");
  CHECK(view[9] == "");
  CHECK(view.component(1, 2) == "99600");
  CHECK(view.component(1, 7) == "");
  CHECK(view.element_count() == 3);
  CHECK(with_part("SE*9", '*', 2, "0001") == "SE*9*0001");
  CHECK(with_part("SE*9*1", '*', 1, "10") == "SE*10*1");
  CHECK(pack_tag("22") != pack_tag("23"));
  CHECK(pack_tag("ABCDE") == 0);
}

}  // namespace
}  // namespace scrub837::test::indexer_test
