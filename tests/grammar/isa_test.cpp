#include "grammar/isa.hpp"

#include <doctest/doctest.h>

#include <string>

#include "grammar/bare_start.hpp"
#include "grammar/composite_separator.hpp"

namespace scrub837::test::isa_test {
namespace {

using grammar::HeaderMatch;

std::string const right =
    "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       "
    "*260914*1200*^*00501*000000001*0*P*:~";

struct Read {
  HeaderMatch match;
  grammar::InterchangeHeader header;
};
Read read(std::string const& bytes, bool at_end = true) {
  Read result{};
  result.match = grammar::parse_isa(bytes, at_end, result.header);
  return result;
}

TEST_CASE("parse_isa: sixteen elements, and the delimiters from them") {
  auto const it = read(right + "GS*HC~");
  REQUIRE(it.match == HeaderMatch::yes);
  CHECK(it.header.elements[6] == "SENDER         ");
  CHECK(it.header.elements[13] == "000000001");
  CHECK(it.header.elements[16] == ":");
  CHECK(it.header.stop == 105);
  CHECK(it.header.terminated);
  CHECK_FALSE(it.header.folded);
  CHECK((it.header.delimiters == Delimiters{}));
}

TEST_CASE("parse_isa: a 4010 repetition separator is none") {
  auto text = right;
  text.replace(text.find("*^*"), 3, "*U*");
  CHECK(read(text).header.delimiters.repetition == '\0');
  text = right;
  text.replace(text.find("*^*"), 3, "*:*");
  CHECK(read(text).header.delimiters.repetition == '\0');
}

TEST_CASE("parse_isa: narrow, wide, folded and padded ones") {
  CHECK(read("ISA*00**00**ZZ*A*ZZ*B*260914*1200*^*00501*1*0*P*:~").match == HeaderMatch::yes);
  auto text = right;
  text.replace(text.find("SENDER         "), 15, "A-SENDER-WITH-A-VERY-LONG-NAME");
  CHECK(read(text).match == HeaderMatch::yes);
  text = right.substr(0, 80) + "\r\n" + right.substr(80);
  auto const folded = read(text);
  REQUIRE(folded.match == HeaderMatch::yes);
  CHECK(folded.header.folded);
  CHECK(folded.header.elements[12] == "00501");
  CHECK(folded.header.stop == 107);
  CHECK(read("ISA *00" + right.substr(6)).match == HeaderMatch::yes);
}

TEST_CASE("parse_isa: a blank may be the element separator") {
  auto text = right;
  for (auto& byte : text) {
    if (byte == ' ') byte = '.';
    if (byte == '*') byte = ' ';
  }
  auto const it = read(text);
  CHECK(it.match == HeaderMatch::yes);
}

TEST_CASE("parse_isa: what is none") {
  for (std::string const text : {"ISAAC*1*2", "ISA", "IS", "", "ISA*00*00~",
                                 "ISA, so to speak, is a word, here, and, so, on", "isa*00*"}) {
    CAPTURE(text);
    CHECK(read(text).match == HeaderMatch::no);
  }
  // Alphanumeric delimiters are none.
  auto text = right;
  text.back() = 'A';
  CHECK(read(text).match == HeaderMatch::no);
  CHECK(read(right.substr(0, 105)).match == HeaderMatch::yes);
  CHECK_FALSE(read(right.substr(0, 105)).header.terminated);
}

TEST_CASE("parse_isa: none runs over another segment, however many separators follow") {
  std::string const cut_short = "ISA*00*          *00*          *ZZ*SENDER       |\r\n";
  std::string const group = "GS*HC*SENDER*RECEIVER*20260914*1200*3*X*005010X222A1|\r\nST*837*0001*F|\r\n";
  CHECK(read(cut_short + group).match == HeaderMatch::no);
  CHECK(read(cut_short + "CLM*1*9***12:B:1*Y*A*Y*Y|HI*ABK:Z9181|LX*1|SV1*HC:99600*9*UN*1***1|").match ==
        HeaderMatch::no);
  // Nor over a claim that was pasted into it.
  CHECK(read("ISA*00*          *00*          *ZZ*SENDERCLM*C1*9***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~").match ==
        HeaderMatch::no);
  // A name may end like a segment's id.
  CHECK(read("ISA*00**00**ZZ*12 MAIN ST*ZZ*RECEIVER*260914*1200*^*00501*000000001*0*P*:~GS*HC~").match ==
        HeaderMatch::yes);
}

TEST_CASE("parse_isa: a line end can be the component separator") {
  auto text = right;
  text[104] = '\n';
  auto const [match, header] = read(text + "GS*HC");
  CHECK(match == HeaderMatch::yes);
  CHECK(header.delimiters.component == '\n');
  CHECK(header.delimiters.terminator == '~');
  CHECK_FALSE(header.folded);
}

TEST_CASE("parse_isa: every beginning of an ISA needs more, and never says no too soon") {
  for (std::size_t length = 0; length < right.size() - 1; ++length) {
    CAPTURE(length);
    CHECK(read(right.substr(0, length), false).match == HeaderMatch::needs_more);
  }
  CHECK(read(right, false).match == HeaderMatch::yes);
}

TEST_CASE("parse_isa: by what follows it, where elements are missing, surplus or of another length") {
  auto const with = [](std::string const& from, std::string const& to) {
    auto text = right;
    text.replace(text.find(from), from.size(), to);
    return read(text + "\nGS*HC*A*B~\nST*837~\n");
  };
  auto it = with("*00501*", "*0050100000*");
  REQUIRE(it.match == HeaderMatch::yes);
  CHECK(it.header.elements[12] == "0050100000");
  CHECK(it.header.count == 16);
  CHECK((it.header.delimiters == Delimiters{}));
  CHECK(it.header.stop == 110);

  it = with("SENDER         ", std::string(60, 'S'));
  REQUIRE(it.match == HeaderMatch::yes);
  CHECK(it.header.elements[6] == std::string(60, 'S'));

  // One short, one long: what stands at both ends is right.
  it = with("*P*:", "*:");
  REQUIRE(it.match == HeaderMatch::yes);
  CHECK(it.header.count == 15);
  CHECK((it.header.delimiters == Delimiters{}));
  it = with("*ZZ*RECEIVER", "*RECEIVER");
  REQUIRE(it.match == HeaderMatch::yes);
  CHECK(it.header.count == 15);
  CHECK(it.header.elements[13] == "000000001");
  CHECK(it.header.elements[6] == "SENDER         ");
  it = with("*0*P*", "*0**P*");
  REQUIRE(it.match == HeaderMatch::yes);
  CHECK(it.header.count == 17);
  CHECK(it.header.elements[15] == "P");
  CHECK(it.header.delimiters.component == ':');

  // Without ISA16.
  for (std::string const end : {"*P~", "*P*~"}) {
    it = with("*P*:~", end);
    REQUIRE(it.match == HeaderMatch::yes);
    CHECK(it.header.count == 15);
    CHECK(it.header.elements[15] == "P");
    CHECK(it.header.elements[16].empty());
    CHECK(it.header.delimiters.terminator == '~');
    CHECK(it.header.delimiters.component == '\0');
  }
}

TEST_CASE("parse_isa: a blank is not the terminator") {
  auto text = right;
  text.insert(text.size() - 1, " ");
  auto const it = read(text + "\nGS*HC*A*B~");
  REQUIRE(it.match == HeaderMatch::yes);
  CHECK(it.header.delimiters.terminator == '~');
  CHECK(it.header.delimiters.component == ':');
  CHECK(it.header.stop == 106);
}

TEST_CASE("parse_isa: in lower case") {
  auto text = right;
  text.replace(0, 3, "isa");
  auto const it = read(text + "GS*HC*A*B~");
  REQUIRE(it.match == HeaderMatch::yes);
  CHECK(it.header.lower_case);
  CHECK(it.header.elements[13] == "000000001");
}

TEST_CASE("component_use: all composites are separated by another byte than ISA16") {
  auto const other = [](std::string_view bytes) {
    auto const found = grammar::component_use(bytes, true, {}).other;
    return found ? std::string(1, *found) : std::string("none");
  };
  std::string const claim = "CLM*C1*150***12>B>1*Y~HI*ABK>E119~LX*1~SV1*HC>99600*150~";
  CHECK(other("GS*HC~ST*837*1~" + claim) == ">");
  CHECK(other("SV1*HC>99600*150~") == ">");
  CHECK(other("SV1*HC:99600*150~") == "none");
  CHECK(other(claim + "SV1*HC:99213*150~") == "none");
  CHECK(other(claim + "HI*ABK|E119~") == "none");
  CHECK(other(claim + "IEA*1*1~SV1*HC:99213*150~") == ">");
  CHECK(other("REF*EI*7>4~") == "none");
  CHECK(other("SV1*HC^99600*150~") == "none");
  CHECK(grammar::component_use("GS*HC~SV1*HC>99600", false, {}).needs_more);
  CHECK_FALSE(grammar::component_use("GS*HC~SV1*HC:99600*1~", false, {}).needs_more);
  CHECK_FALSE(grammar::component_use("IEA*1*1~", false, {}).needs_more);
}

TEST_CASE("parse_isa: a line end is the terminator, also where the next line is another ISA") {
  auto line = right;
  line.back() = '\n';
  auto const it = read(line + line + line);
  REQUIRE(it.match == HeaderMatch::yes);
  CHECK(it.header.stop == 105);
  CHECK(it.header.delimiters.terminator == '\n');
}

TEST_CASE("parse_bare_claim: a claim shows its delimiters") {
  Delimiters delimiters;
  CHECK(grammar::parse_bare_claim("CLM|C1|150|||12:B:1|Y!\nHI|ABK:E119!", true, delimiters) ==
        HeaderMatch::yes);
  CHECK(delimiters.element == '|');
  CHECK(delimiters.terminator == '!');
  CHECK(grammar::parse_bare_claim("CLM*C1*150***12:B:1*Y\nHI*ABK:E119\n", true, delimiters) ==
        HeaderMatch::yes);
  CHECK(delimiters.terminator == '\n');
  for (std::string const text : {"CLM: see below", "CLM*1", "HL*2*1*22*0~SBR*P~", "CLAIM*1*2*3*4*5~"}) {
    CHECK(grammar::parse_bare_claim(text, true, delimiters) == HeaderMatch::no);
  }
}

TEST_CASE("parse_bare_start: a set or group without its ISA") {
  Delimiters delimiters;
  CHECK(grammar::parse_bare_start("ST|837|0001|005010X222A1!", true, delimiters) == HeaderMatch::yes);
  CHECK(delimiters.element == '|');
  CHECK(delimiters.terminator == '!');
  CHECK(grammar::parse_bare_start("ST*837*0001\nBHT", true, delimiters) == HeaderMatch::yes);
  CHECK(delimiters.terminator == '\n');
  CHECK(grammar::parse_bare_start("GS*HC*A*B*20260914*1200*1*X*005010X222A1~ST", true, delimiters) ==
        HeaderMatch::yes);
  CHECK(delimiters.terminator == '~');
  for (std::string const text : {"ST*835*0001~", "STREET 1", "ST", "", "GS*HP*A~"}) {
    CHECK(grammar::parse_bare_start(text, true, delimiters) == HeaderMatch::no);
  }
}

}  // namespace
}  // namespace scrub837::test::isa_test
