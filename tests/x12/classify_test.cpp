#include "src/x12/classify.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace scrub837::test::classify_test {
namespace {

// The segment by the plain way, and by the quick one where that one answers.
Segment classified(std::string const& text, Delimiters delimiters = {}) {
  Segment plain;
  classify(text, delimiters, plain);
  for (std::string const behind : {"~", "~SE*1*0001~", "*********", ":::::::::"}) {
    auto const bytes = text + behind + std::string(classify_slack, '~');
    Segment quick;
    if (text.size() > 63 || !classify_usual({bytes.data(), text.size()}, plain.separators, quick)) {
      continue;
    }
    CHECK_MESSAGE(quick.kind == plain.kind, text);
    CHECK_MESSAGE(quick.qualifier == plain.qualifier, text);
    CHECK(quick.separators == plain.separators);
  }
  return plain;
}

TEST_CASE("classify: kind and qualifier of a segment") {
  auto const is = [](std::string const& text, Kind kind, std::string_view qualifier) {
    auto const segment = classified(text);
    CHECK_MESSAGE(segment.kind == kind, text);
    CHECK_MESSAGE(segment.qualifier == pack_tag(qualifier), text);
  };
  is("NM1*85*2*AGENCY", Kind::NM1, "85");
  is("HL*2*1*22*0", Kind::HL, "22");
  is("HL*1**20*1", Kind::HL, "20");
  is("HL*1**20", Kind::HL, "20");
  is("HL*1", Kind::HL, "");
  is("N3*803 INVENTED WAY", Kind::N3, "");
  is("LX*1", Kind::LX, "1");
  is("LX*12345", Kind::LX, "");
  is("LX*", Kind::LX, "");
  is("LX", Kind::LX, "");
  is("SV1*HC:99600*125*UN*1", Kind::SV1, "");
  is("SV1*HC", Kind::SV1, "HC");
  is("HI*ABK:Z515", Kind::HI, "");
  is("NM1*85:X*2", Kind::NM1, "85:X");
  is("HL*1*2", Kind::HL, "");
  is("HL***", Kind::HL, "");
  is("XYZ*85*1", Kind::unknown, "85");
  is("NTEX*ADD*TEXT", Kind::unknown, "ADD");
  is("N*1*2", Kind::unknown, "1");
  is("", Kind::unknown, "");
  is("*", Kind::unknown, "");
  is("NOTE" + std::string(100, 'X'), Kind::unknown, "");
}

TEST_CASE("classify: ids are known by all their characters") {
  for (char const* const id : {"nm1", "NM!", "NQ1", "\xCEM1", "CL-", "HLA"}) {
    CHECK(classified(std::string(id) + "*1*2*3").kind == Kind::unknown);
  }
  for (auto number = static_cast<int>(Kind::ISA); number < static_cast<int>(Kind::count_); ++number) {
    auto const kind = static_cast<Kind>(number);
    CHECK(classified(std::string(name_of(kind)) + "*1*2*3").kind == kind);
  }
}

TEST_CASE("classify: an element's place is found through the marked separators as without them") {
  Delimiters const delimiters;
  for (std::string const& text :
       {std::string("NM1*85*2*AGENCY*****XX*1234567893"), std::string("LX*1"), std::string("LX"),
        std::string(), "NTE*ADD*" + std::string(80, 'A') + "*B*C", std::string(63, 'A') + "*B*C",
        std::string(64, 'A') + "*B*C", std::string(62, 'A') + "*B*C", std::string(70, '*')}) {
    Segment segment;
    classify(text, delimiters, segment);
    SegmentView const marked(text, delimiters, segment.separators);
    SegmentView const plain(text, delimiters);
    for (std::size_t i = 0; i < 80; ++i) {
      CHECK_MESSAGE(marked[i] == plain[i], text << " " << i);
    }
  }
}

TEST_CASE("marks_of: every place of a byte among the first 64, whatever the length") {
  for (std::size_t size = 0; size < 80; ++size) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text.push_back(":;\xBA:\0"[(i * i + size) % 5]);
    std::uint64_t right = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(size, 64); ++i)
      right |= std::uint64_t{text[i] == ':'} << i;
    CHECK(separator_bits(text, ':') == right);
  }
}

}  // namespace
}  // namespace scrub837::test::classify_test
