#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "src/worklist/typed_value.hpp"

// How a value is written into its element, seen without a claim.

namespace scrub837::test::typed_value_forms_test {

TEST_CASE("value: forms of elements") {
  auto const form = [](std::string_view text, std::uint8_t element) {
    return value_form(SegmentView(text, {}), {0, element, 0, 0});
  };
  CHECK(form("NTE*add*x", 1) == ValueForm::code);
  CHECK(form("NTE*ADD*x", 2) == ValueForm::text);
  CHECK(form("CLM*A*1", 2) == ValueForm::amount);
  CHECK(form("DTP*472*D8*20260914", 3) == ValueForm::date);
  CHECK(form("DTP*472*RD8*20260914-20260915", 3) == ValueForm::text);
  struct Typed {
    std::string segment, typed;
    std::uint8_t element;
    std::string written;
  };
  for (auto const& one : std::vector<Typed>{{"DMG*D8**F", "10/05/1948", 2, "19481005"},
                                            {"DMG*D8**F", "1948/10/05", 2, "19481005"},
                                            {"DMG*D8**F", "1948-10-05", 2, "19481005"},
                                            {"DMG*D8*19480101*", "f", 3, "F"},
                                            {"AMT*F5*", "$1,250.50", 2, "1250.50"},
                                            {"AMT*F5*", "$ 325.00", 2, "325.00"},
                                            {"N4*DAYTON*oh*45402", "oh", 2, "OH"},
                                            {"NM1*85*2*X", "123-456-7893", 9, "1234567893"},
                                            {"NM1*85*2*X*****XX*1", "1234567893.0", 9, "1234567893"},
                                            {"NM1*85*2*X*****24*1", "12-3456789", 9, "12-3456789"},
                                            {"NM1*IL*1*X*Y****MI*", "TEST0001", 9, "TEST0001"},
                                            {"NM1*IL*1*X*Y****MI*", "W 123 456", 9, "W 123 456"},
                                            {"NM1*IL*1**Y", "See", 3, "See"},
                                            {"N3*", "CALL BOX 12", 1, "CALL BOX 12"},
                                            {"REF*EI*", "311234567", 2, "311234567"}}) {
    CAPTURE(one.typed);
    TypedEdits result;
    put_value(result, one.typed, SegmentView(one.segment, {}), {3, one.element, 0, 0});
    CHECK(result.refused == "");
    REQUIRE(!result.edits.empty());
    CHECK(result.edits[0].value == one.written);
    CHECK(result.edits[0].place == Place{3, one.element, 0, 0});
  }
}

TEST_CASE("value: what is no value for its element is refused, and says what to type") {
  struct Typed {
    std::string segment, typed;
    std::uint8_t element;
    char const* words;
  };
  for (auto const& one : std::vector<Typed>{{"NM1*85*2*X", "12345", 9, "ten digits"},
                                            {"NM1*82*1*X*Y****XX*1", "ask Sue", 9, "ten digits"},
                                            {"NM1*IL*1*X*Y****MI*", "ask Sue", 9, "remark"},
                                            {"NM1*IL*1*X*Y****MI*", "same as Hugo", 9, "remark"},
                                            {"NM1*IL*1*X*Y****MI*", "pending 3/4", 9, "remark"},
                                            {"NM1*PR*2*X*****PI*", "see payer list", 9, "remark"},
                                            {"REF*EI*", "call patient", 2, "remark"},
                                            {"N4**OH*45402", "see chart", 1, "remark"},
                                            {"N4**OH*45402", "pending", 1, "remark"},
                                            {"N4*DAYTON**45402", "Ohio", 2, "two letters"},
                                            {"DMG*D8*19480101*", "female", 3, "F, M or U"},
                                            {"DMG*D8**F", "4/19/44", 2, "whole year"},
                                            {"DMG*D8**F", "19-APR-44", 2, "whole year"},
                                            {"SV1*HC:99213*1*UN*1***4", "I509", 7, "pointer"},
                                            {"SV1*HC:99213*1*UN*1***4", "1 2 1 2 1", 7, "pointer"}}) {
    CAPTURE(one.typed);
    TypedEdits result;
    put_value(result, one.typed, SegmentView(one.segment, {}), {3, one.element, 0, 0});
    CHECK(result.refused.find(one.words) != std::string::npos);
    CHECK(result.edits.empty());
  }
}

TEST_CASE("value: an id gets its qualifier, unless another row has one for it") {
  auto const edits = [](std::vector<Place> const& others) {
    TypedEdits result;
    put_value(result, "PAY01", SegmentView("NM1*PR*2*X", {}), {3, 9, 0}, others);
    return result.edits.size();
  };
  CHECK(edits({}) == 2);
  CHECK(edits({{3, 9, 0}}) == 2);
  CHECK(edits({{3, 8, 0}}) == 1);
}

}  // namespace scrub837::test::typed_value_forms_test
