#include "grammar/isa.hpp"

#include <doctest/doctest.h>

#include <string>

namespace scrub837::test {
namespace {

using grammar::HeaderMatch;

std::string const right =
    "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       "
    "*260914*1200*^*00501*000000001*0*T*:~";

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
  CHECK(read("ISA*00**00**ZZ*A*ZZ*B*260914*1200*^*00501*1*0*T*:~").match == HeaderMatch::yes);
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
}  // namespace scrub837::test
