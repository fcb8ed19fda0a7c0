#include "src/x12/delimiter_index.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace scrub837::test::delimiter_index_test {
namespace {

TEST_CASE("ByteMarks: every place of a mark, whatever the length and where the looking begins") {
  std::string bytes;
  DelimiterIndex marks;
  for (std::size_t size = 0; size < 300; ++size) {
    bytes.push_back(size % 7 == 3 || size % 64 == 0 || (size > 130 && size < 200) ? '~'
                    : size % 5 == 2                                               ? '*'
                    : size % 11 == 6                                              ? '\r'
                    : size % 13 == 8                                              ? '\n'
                                                                                  : '\0');
    marks.mark(bytes, {.element = '*', .terminator = '~'});
    DelimiterIndex::Terminators one_by_one(marks, 0);
    for (auto at = bytes.find('~'); at < bytes.size(); at = bytes.find('~', at + 1)) {
      REQUIRE(one_by_one.next() == at);
    }
    REQUIRE(one_by_one.next() == bytes.size());
    REQUIRE(one_by_one.next() == bytes.size());
    for (std::size_t from = 0; from < bytes.size(); ++from) {
      auto const stop = std::min(bytes.find('~', from), bytes.size());
      REQUIRE(marks.terminator(from) == stop);
      REQUIRE(DelimiterIndex::Terminators(marks, from).next() == stop);
      for (auto const end : {from, stop, from + 1, std::min(from + 64, size + 1), size + 1}) {
        REQUIRE(marks.has_line_end(from, end) == (bytes.find_first_of("\r\n", from) < end));
      }
      DelimiterIndex::Word separators = 0, line_ends = 0;
      for (auto i = from; i < std::min(bytes.size(), from + DelimiterIndex::sure_bits); ++i) {
        auto const bit = std::uint64_t{1} << (i - from);
        if (bytes[i] == '*') separators |= bit;
        if (bytes[i] == '\r' || bytes[i] == '\n') line_ends |= bit;
      }
      auto const sure = (DelimiterIndex::Word{1} << DelimiterIndex::sure_bits) - 1;
      REQUIRE((marks.separators().from(from) & sure) == separators);
      REQUIRE((marks.line_ends().from(from) & sure) == line_ends);
    }
  }
}

TEST_CASE("ByteMarks: a line end that is the terminator is no line end") {
  DelimiterIndex marks;
  marks.mark("A\nB\r\nC", {.terminator = '\n'});
  CHECK(marks.terminator(0) == 1);
  CHECK_FALSE(marks.has_line_end(0, 3));
  CHECK(marks.has_line_end(0, 4));
  // What was marked before is gone.
  marks.mark("AB", {});
  CHECK(marks.terminator(0) == 2);
  CHECK_FALSE(marks.has_line_end(0, 2));
}

TEST_CASE("ByteMarks: line ends that stand behind no terminator, wherever the words of 64 bytes part") {
  DelimiterIndex marks;
  auto const strays = [&](std::string const& bytes) {
    marks.mark(bytes, {.terminator = '~'});
    return marks.stray_line_ends();
  };
  for (std::size_t before = 0; before < 130; ++before) {
    auto const at = std::string(before, 'A');
    for (char const* const right : {"~", "~\n", "~\r\n", "~\n\nB~\n", "~\r\n~\r\n"}) {
      CHECK_FALSE_MESSAGE(strays(at + right), before);
      CHECK_FALSE_MESSAGE(strays(at + right + std::string(70, 'C')), before);
    }
    for (char const* const wrong : {"\n", "B\nC~", "~\n\n\n", "~B\n", "~\r\nB\n~"}) {
      CHECK_MESSAGE(strays(at + wrong), before);
      CHECK_MESSAGE(strays(at + wrong + std::string(70, 'C')), before);
    }
  }
}

}  // namespace
}  // namespace scrub837::test::delimiter_index_test
