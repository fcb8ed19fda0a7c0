#include "src/rules/code_meanings.hpp"

#include <doctest/doctest.h>

#include <set>
#include <sstream>
#include <string>

#include "src/guide/bound_guide.hpp"

namespace scrub837::test::code_meanings_test {
namespace {

// The words that look like codes: of capitals and digits, two characters at most.
std::set<std::string> codes_named(std::string_view words) {
  std::set<std::string> codes;
  std::istringstream text{std::string(words)};
  for (std::string word; text >> word;) {
    if (word.size() <= 2 &&
        word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == std::string::npos)
      codes.insert(word);
  }
  return codes;
}

std::set<std::string> codes_of_guide(LoopId loop, Kind segment, std::uint8_t element) {
  std::set<std::string> codes;
  for (auto const code : guide::shipped_guide()->codes(loop, segment, element)) codes.emplace(code);
  return codes;
}

struct Element {
  LoopId loop;
  Kind segment;
  std::uint8_t element;
};

}  // namespace

TEST_CASE("codes in words: those of the guide, each of them and no other") {
  for (auto const& one : {Element{LoopId::L2000C, Kind::PAT, 1}, Element{LoopId::L2300, Kind::CLM, 7},
                          Element{LoopId::L2300, Kind::CLM, 9}, Element{LoopId::L2300, Kind::CR1, 4},
                          Element{LoopId::L2400, Kind::CR1, 4}}) {
    auto const guide = codes_of_guide(one.loop, one.segment, one.element);
    CAPTURE(std::string(codes_in_words(one.segment, one.element)));
    CHECK(codes_named(codes_in_words(one.segment, one.element)) == guide);
  }
}

TEST_CASE("codes in words: a long list names the usual codes, and all of them are the guide's") {
  auto const named = codes_named(claim_filing_in_words);
  CHECK(named.size() > 8);
  for (auto const& code : named) {
    CAPTURE(code);
    CHECK(guide::shipped_guide()->takes(LoopId::L2000B, Kind::SBR, 9, code));
  }
}

TEST_CASE("codes in words: other elements have none") {
  CHECK(codes_in_words(Kind::NM1, 9).empty());
  CHECK(codes_in_words(Kind::CLM, 2).empty());
}

}  // namespace scrub837::test::code_meanings_test
