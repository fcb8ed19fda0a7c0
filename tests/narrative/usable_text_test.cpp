#include "scrub837/narrative/usable_text.hpp"

#include <doctest/doctest.h>

#include <iterator>
#include <set>
#include <string>

#include "narratives.hpp"
#include "narratives_by_kind.hpp"

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

template <typename Texts>
void each_is(Texts const& texts, NarrativeKind kind) {
  for (std::string_view const text : texts) {
    CAPTURE(text);
    CHECK(in_plain_words(classify_narrative(text, "99600")) == in_plain_words(kind));
  }
}

TEST_CASE("usable text: short narratives of all kinds of home visit") {
  static_assert(std::size(test::short_but_usable) >= 60);
  each_is(test::short_but_usable, NarrativeKind::usable);
  each_is(test::short_of_letters, NarrativeKind::too_short);
}

TEST_CASE("usable text: what billers type so that something stands there") {
  static_assert(std::size(test::typed_for_something) >= 60);
  for (std::string_view const text : test::typed_for_something) {
    CAPTURE(text);
    CHECK_FALSE(is_usable(text, "99600"));
  }
  each_is(test::sent_again, NarrativeKind::correction_remark);
}

TEST_CASE("usable text: clock times beside names, and beside work") {
  each_is(test::times_and_names, NarrativeKind::clock_times);
  each_is(test::times_and_work, NarrativeKind::usable);
  each_is(test::times_and_few_letters, NarrativeKind::too_short);
}

TEST_CASE("usable text: clock times and who came make no narrative less usable") {
  auto const stays_usable = [](std::string_view narrative) {
    std::string const text(narrative);
    for (auto const& timed : {text + " 0900-1130", "RN 0900-1130 " + text, "0900-1130, " + text}) {
      CAPTURE(timed);
      CHECK(is_usable(timed, "99600"));
    }
  };
  for (auto const text : test::short_but_usable) stays_usable(text);
  for (auto const& narrative : test::narratives) {
    if (narrative.kind == NarrativeKind::usable) stays_usable(narrative.text);
  }
}

TEST_CASE("usable text: no narrative stands in the tables twice") {
  std::set<std::string_view> seen;
  auto const once = [&](auto const& texts) {
    for (std::string_view const text : texts) {
      CAPTURE(text);
      CHECK(seen.insert(text).second);
    }
  };
  once(test::short_but_usable);
  once(test::short_of_letters);
  once(test::typed_for_something);
  once(test::sent_again);
  once(test::times_and_names);
  once(test::times_and_work);
  once(test::times_and_few_letters);
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
