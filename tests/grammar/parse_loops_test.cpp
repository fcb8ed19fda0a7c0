#include <doctest/doctest.h>

#include <array>
#include <string>

#include "scrub837/claim/loops.hpp"
#include "src/x12/indexer.hpp"
#include "tests/support/draws.hpp"
#include "tests/support/property.hpp"

namespace scrub837::test::parse_loops_test {
namespace {

std::vector<Segment> tokens_of(std::string const& text) {
  Tokens tokens;
  Indexer().index(text, {}, LineEnds::typed, true, tokens);
  auto const segments = tokens.segments();
  return {segments.begin(), segments.end()};
}

// Loops with their segments: `2300[0-9] 2400[3-9]`.
std::string tape_of(std::span<Segment const> tokens) {
  LoopSpans loop_spans;
  parse_loops(tokens, loop_spans);
  std::string text;
  for (auto const& loop : loop_spans) {
    if (!text.empty()) text.push_back(' ');
    auto const name = name_of(loop.id);
    text += std::string(name.empty() ? "?" : name) + "[" + std::to_string(loop.first) + "-" +
            std::to_string(loop.last) + "]";
  }
  return text;
}

std::string tape_of(std::string const& text) { return tape_of(tokens_of(text)); }

// Kinds and first elements at random.
std::vector<Segment> any_tokens() {
  static constexpr std::array<std::string_view, 24> qualifiers{
      "",   "20", "22", "23", "19", "41", "40", "85", "87", "PE", "IL",  "PR",
      "QC", "DN", "P3", "82", "77", "DQ", "PW", "45", "QB", "DK", "ADD", "HC"};
  auto const drawn = any_rows({{0, static_cast<int>(Kind::count_)}, {0, std::ssize(qualifiers)}});
  std::vector<Segment> tokens(drawn.size());
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    tokens[i].kind = static_cast<Kind>(drawn[i][0]);
    tokens[i].qualifier = pack_tag(qualifiers[static_cast<std::size_t>(drawn[i][1])]);
  }
  return tokens;
}

}  // namespace

TEST_CASE("parse_loops takes every segment of any sequence once, and its loops are nested") {
  holds(2000, [] {
    auto const tokens = any_tokens();
    LoopSpans loop_spans;
    parse_loops(tokens, loop_spans);
    std::vector<Loop> open;
    std::uint32_t covered = 0;
    std::uint32_t last_first = 0;
    for (auto const& loop : loop_spans) {
      ensure(loop.first < loop.last);
      ensure(loop.last <= tokens.size());
      ensure(loop.first >= last_first);
      last_first = loop.first;
      while (!open.empty() && open.back().last <= loop.first) open.pop_back();
      if (open.empty()) {
        ensure_equal(loop.first, covered);
        covered = loop.last;
      } else {
        ensure(loop.last <= open.back().last);
        ensure(loop.first > open.back().first);
      }
      open.push_back(loop);
    }
    ensure_equal(covered, tokens.size());
  });
}

TEST_CASE("parse_loops: a set cut before any ST, HL or CLM has the same loops") {
  holds(1000, [] {
    auto const tokens = any_tokens();
    LoopSpans whole;
    parse_loops(tokens, whole);
    LoopSpans pieces;
    std::size_t first = 0;
    for (std::size_t i = 1; i <= tokens.size(); ++i) {
      bool const cut = i == tokens.size() || tokens[i].kind == Kind::ST || tokens[i].kind == Kind::HL ||
                       tokens[i].kind == Kind::CLM;
      if (!cut) continue;
      LoopSpans piece;
      parse_loops(std::span(tokens).subspan(first, i - first), piece);
      for (auto loop : piece) {
        loop.first += static_cast<std::uint32_t>(first);
        loop.last += static_cast<std::uint32_t>(first);
        pieces.push_back(loop);
      }
      first = i;
    }
    ensure_equal(pieces.size(), whole.size());
    ensure(std::equal(pieces.begin(), pieces.end(), whole.begin()));
  });
}

TEST_CASE("parse_loops: the loops of a whole set") {
  CHECK(tape_of(
            "ST*837*1~BHT*0019~NM1*41~PER*IC~NM1*40~"
            "HL*1**20*1~PRV*BI~NM1*85~N3*X~N4*X~REF*EI~NM1*87~N3*X~"
            "HL*2*1*22*1~SBR*P~NM1*IL~N3*X~NM1*PR~"
            "HL*3*2*23*0~PAT*19~NM1*QC~N3*X~"
            "CLM*1~HI*X~NM1*DN~NM1*82~PRV*PE~SBR*S~OI*X~NM1*IL~NM1*PR~LX*1~SV1*HC~DTP*472~NM1*82~SVD*X~CAS*X~"
            "LX*2~SV1*HC~LIN**N4~CTP*1~SE*1~") ==
        "header[0-2] 1000A[2-4] 1000B[4-5] 2000A[5-13] 2010AA[7-11] 2010AB[11-13] 2000B[13-18] 2010BA[15-17] "
        "2010BB[17-18] 2000C[18-22] 2010CA[20-22] 2300[22-41] 2310A[24-25] 2310B[25-27] 2320[27-31] "
        "2330A[29-30] "
        "2330B[30-31] 2400[31-37] 2420A[34-35] 2430[35-37] 2400[37-41] 2410[39-41] ?[41-42]");
}

TEST_CASE("parse_loops: a note behind a line's provider is the line's note still") {
  CHECK(tape_of("CLM*1~LX*1~SV1*HC~NM1*82~NTE*ADD~DTP*472~") == "2300[0-6] 2400[1-6] 2420A[3-4]");
}

TEST_CASE("parse_loops: SBR leads from a line back to the claim, and HI and CR2 do not") {
  CHECK(tape_of("CLM*1~LX*1~SV1*HC~SBR*S~NM1*IL~LX*2~SV1*HC~HI*X~DTP*472~CR2*1~NTE*ADD~") ==
        "2300[0-11] 2400[1-3] 2320[3-5] 2330A[4-5] 2400[5-11] ?[7-8] ?[9-10]");
}

TEST_CASE("parse_loops: unknown and misplaced segments are strays and cost nobody else a place") {
  CHECK(tape_of("CLM*1~ZZZ*1~LX*1~SV1*HC~ZZZ*1~NTE*ADD~DMG*D8~LX*2~SV1*HC~") ==
        "2300[0-9] ?[1-2] 2400[2-7] ?[4-5] ?[6-7] 2400[7-9]");
}

TEST_CASE("parse_loops: a loop goes on behind a stray") {
  CHECK(tape_of("CLM*1~SBR*S~OI*X~K3*X~NM1*IL~HI*X~N3*X~NM1*PR~PAT*X~DTP*573~LX*1~") ==
        "2300[0-11] 2320[1-10] ?[3-4] 2330A[4-7] ?[5-6] 2330B[7-10] ?[8-9] 2400[10-11]");
  CHECK(tape_of("CLM*1~LX*1~K3*X~HI*X~SV1*HC~LIN**N4~K3*X~CTP*1~SVD*1~N3*X~CAS*CO~LQ*UT~DTP*472~FRM*1~") ==
        "2300[0-14] 2400[1-14] ?[3-4] 2410[5-8] ?[6-7] 2430[8-11] ?[9-10] 2440[11-14] ?[12-13]");
  CHECK(tape_of("CLM*1~NM1*82~DTP*431~PRV*PE~LX*1~SV1*HC~NM1*77~AMT*T~N3*X~") ==
        "2300[0-9] 2310B[1-4] ?[2-3] 2400[4-9] 2420C[6-9] ?[7-8]");
  CHECK(tape_of("HL*1**20*1~NM1*85~K3*X~N3*X~HL*2*1*22*0~SBR*P~NM1*IL~LX*1~N3*X~PAT*X~NM1*PR~") ==
        "2000A[0-4] 2010AA[1-4] ?[2-3] 2000B[4-11] 2010BA[6-10] ?[7-8] ?[9-10] 2010BB[10-11]");
  CHECK(tape_of("ST*837~K3*X~BHT*19~NM1*41~HI*X~PER*IC~NM1*40~BHT*19~") ==
        "header[0-3] ?[1-2] 1000A[3-6] ?[4-5] 1000B[6-8] ?[7-8]");
}

TEST_CASE("parse_loops: a late note is the line's or the claim's, unless the loop it is in goes on") {
  CHECK(tape_of("CLM*1~LX*1~SV1*HC~NM1*82~NTE*ADD~PWK*OZ~PRV*PE~") ==
        "2300[0-7] 2400[1-7] 2420A[3-7] ?[4-5] ?[5-6]");
  CHECK(tape_of("CLM*1~LX*1~SV1*HC~NM1*82~NTE*ADD~REF*6R~") == "2300[0-6] 2400[1-6] 2420A[3-4]");
  CHECK(tape_of("CLM*1~LX*1~SV1*HC~NM1*82~NTE*ADD~REF*G2~") == "2300[0-6] 2400[1-6] 2420A[3-6] ?[4-5]");
  CHECK(tape_of("CLM*1~SBR*S~OI*X~NTE*ADD~NM1*IL~NM1*PR~NTE*ADD~LX*1~") ==
        "2300[0-8] 2320[1-6] ?[3-4] 2330A[4-5] 2330B[5-6] 2400[7-8]");
  CHECK(tape_of("CLM*1~LX*1~SV1*HC~SVD*1~NTE*ADD~CAS*CO~NTE*ADD~") == "2300[0-7] 2400[1-7] 2430[3-6] ?[4-5]");
}

TEST_CASE("parse_loops: a party that no loop has is one stray, with what is a party's behind it") {
  CHECK(tape_of("CLM*1~NM1*QC~N3*X~N4*X~HI*X~LX*1~SV1*HC~NM1*85~N3*X~NTE*ADD~") ==
        "2300[0-10] ?[1-4] 2400[5-10] ?[7-9]");
  CHECK(tape_of("CLM*1~NM1*QC~REF*EI~REF*X4~LX*1~SV1*HC~NM1*QQ~REF*0B~REF*6R~") ==
        "2300[0-9] ?[1-3] 2400[4-9] ?[6-8]");
  CHECK(tape_of("HL*1**20*1~NM1*85~N3*X~NM1*QQ~N3*X~REF*EI~NM1*87~") ==
        "2000A[0-7] 2010AA[1-6] ?[3-6] 2010AB[6-7]");
  CHECK(tape_of("HL*2*1*22*0~NM1*il~N3*X~NM1*pr~") == "2000B[0-4] 2010BA[1-3] 2010BB[3-4]");
}

TEST_CASE("parse_loops: what is left of a loop whose first segment was lost is one stray") {
  CHECK(tape_of("HL*2*1*22*0~SBR*P~N3*X~N4*X~DMG*D8~NM1*PR~") == "2000B[0-6] ?[2-5] 2010BB[5-6]");
  CHECK(tape_of("CLM*1~HI*X~AMT*D~OI*X~NM1*IL~N3*X~NM1*PR~DTP*573~LX*1~SV1*HC~CTP*1~REF*VY~REF*6R~") ==
        "2300[0-13] ?[2-8] 2400[8-13] ?[10-12]");
  CHECK(tape_of("CLM*1~LX*1~SV1*HC~DTP*472~CAS*PR~DTP*573~DTP*471~") == "2300[0-7] 2400[1-7] ?[4-6]");
  CHECK(tape_of("CLM*1~AMT*D~REF*F8~") == "2300[0-3]");
}

TEST_CASE("parse_loops: a provider with a name behind another payer is the claim's") {
  CHECK(tape_of("CLM*1~SBR*S~NM1*PR~NM1*82*1*ROE*ANN****XX*1~LX*1~") ==
        "2300[0-5] 2320[1-3] 2330B[2-3] 2310B[3-4] 2400[4-5]");
  CHECK(tape_of("CLM*1~SBR*S~NM1*PR~NM1*82*1*ROE~REF*G2~LX*1~") ==
        "2300[0-6] 2320[1-5] 2330B[2-3] 2330D[3-5] 2400[5-6]");
  CHECK(tape_of("CLM*1~SBR*S~NM1*PR~NM1*82*1****~LX*1~") ==
        "2300[0-5] 2320[1-4] 2330B[2-3] 2330D[3-4] 2400[4-5]");
}

TEST_CASE("parse_loops: a second SV1 before the date of the line is the line's") {
  CHECK(tape_of("CLM*1~LX*1~SV1*HC~SV1*HC~DTP*472~SV1*HC~DTP*472~") == "2300[0-7] 2400[1-5] 2400[5-7]");
}

TEST_CASE("parse_loops: an SV1 that strayed into the claim leaves its segments alone") {
  CHECK(tape_of("CLM*1~SV1*HC~DTP*472~HI*X~NM1*82~LX*1~SV1*HC~") ==
        "2300[0-7] 2400[1-3] 2310B[4-5] 2400[5-7]");
}

TEST_CASE("parse_loops: orphans") {
  CHECK(tape_of("NTE*ADD~CLM*1~SV1*HC~DTP*472~") == "?[0-1] 2300[1-4] 2400[2-4]");
  CHECK(tape_of("LX*1~SV1*HC~") == "?[0-1] ?[1-2]");
  CHECK(tape_of("HL*1**19*0~NM1*85~CLM*1~") == "2000[0-2] ?[1-2] 2300[2-3]");
  CHECK(tape_of("") == "");
}

TEST_CASE("parse_loops: an HL counts by HL03, wherever it stands") {
  CHECK(tape_of("HL*1**23*0~NM1*QC~HL*2**20*1~NM1*85~HL*3**22*0~NM1*IL~") ==
        "2000C[0-2] 2010CA[1-2] 2000A[2-4] 2010AA[3-4] 2000B[4-6] 2010BA[5-6]");
}

}  // namespace scrub837::test::parse_loops_test
