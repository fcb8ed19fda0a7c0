#include "scrub837/claim/usable_text.hpp"

#include <doctest/doctest.h>

#include <iterator>
#include <set>
#include <string>

#include "narratives.hpp"

namespace scrub837 {
namespace {

TEST_CASE("usable text: each narrative gets the verdict of a revenue-cycle analyst") {
  static_assert(std::size(test::narratives) >= 150);
  for (test::Narrative const& narrative : test::narratives) {
    std::string const text(narrative.text);
    CAPTURE(text);
    CHECK(std::string(in_plain_words(classify_narrative(text, "99600"))) ==
          std::string(in_plain_words(narrative.kind)));
    CHECK(is_usable(text, "99600") == (narrative.kind == NarrativeKind::usable));
  }
}

TEST_CASE("usable text: no narrative stands in the table twice") {
  std::set<std::string_view> seen;
  for (test::Narrative const& narrative : test::narratives) {
    CAPTURE(std::string(narrative.text));
    CHECK(seen.insert(narrative.text).second);
  }
}

TEST_CASE("usable text: case and blanks around the text don't matter") {
  for (test::Narrative const& narrative : test::narratives) {
    std::string text = "  " + std::string(narrative.text) + " \t";
    for (char& character : text) {
      if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
    }
    CAPTURE(text);
    CHECK(classify_narrative(text, "99600") == narrative.kind);
  }
}

TEST_CASE("usable text: the code is the line's") {
  CHECK(classify_narrative("J3490", "J3490") == NarrativeKind::code_itself);
  CHECK(classify_narrative("j3490", "J3490") == NarrativeKind::code_itself);
  CHECK(classify_narrative("HCPCS E1399", "e1399") == NarrativeKind::code_itself);
  CHECK(classify_narrative("99350", "99600") == NarrativeKind::too_short);
  CHECK(classify_narrative("99350", "") == NarrativeKind::too_short);
}

TEST_CASE("usable text: bytes outside ASCII are read as UTF-8, else as Latin-1") {
  CHECK(is_usable("curaci\xC3\xB3n de herida", "99600"));
  CHECK(is_usable("curaci\xF3n de herida", "99600"));
  CHECK(is_usable("curacio\xCC\x81n de herida", "99600"));  // o and a combining accent
  CHECK(
      is_usable("\xD0\xBF\xD0\xB5\xD1\x80\xD0\xB5\xD0\xB2\xD1\x8F\xD0\xB7\xD0\xBA\xD0\xB0 "
                "\xD1\x80\xD0\xB0\xD0\xBD\xD1\x8B",
                "99600"));  // Cyrillic: a dressing change
  CHECK(is_usable("Wound care \xE2\x80\x93 left heel", "99600"));
  CHECK(classify_narrative("\xC3", "99600") == NarrativeKind::too_short);  // cut within a character
  CHECK(classify_narrative("SEE NOTES\xE2\x80", "99600") == NarrativeKind::placeholder);
  CHECK(classify_narrative("\xFF\xFE\xFD", "99600") == NarrativeKind::too_short);
}

TEST_CASE("usable text: long texts are judged, and fast") {
  std::string blanks(1U << 20U, ' ');
  CHECK(classify_narrative(blanks, "99600") == NarrativeKind::empty);
  CHECK(is_usable(blanks + "WOUND CARE LEFT HEEL", "99600"));
  CHECK(classify_narrative(std::string(1U << 20U, 'X'), "99600") == NarrativeKind::repeated_character);
  for (std::string_view const part : {"AUTH ", "PA-", "1,111", "0900-", "9-", "CLAIM OF ", "N4", "ICN A-A-A-",
                                      "$ ", "CASE ", "\xC3", "\xE2\x80"}) {
    std::string text;
    while (text.size() < 1U << 20U) text += part;
    CAPTURE(std::string(part));
    CHECK(classify_narrative(text, "99600") == classify_narrative(text.substr(0, 4096), "99600"));
  }
}

TEST_CASE("usable text: each kind has its own words") {
  std::set<std::string_view> phrases;
  for (int kind = 0; kind <= static_cast<int>(NarrativeKind::correction_remark); ++kind) {
    std::string_view const phrase = in_plain_words(static_cast<NarrativeKind>(kind));
    CHECK(!phrase.empty());
    CHECK(phrases.insert(phrase).second);
  }
}

}  // namespace
}  // namespace scrub837
