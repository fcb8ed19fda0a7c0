#include "src/narrative/vocabulary.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <string_view>

#include "src/narrative/categories.hpp"
#include "src/narrative/data_lines.hpp"
#include "src/narrative/embedded.hpp"

namespace scrub837::test::vocabulary_test {
namespace {

TEST_CASE("vocabulary: the longest entry that fits holds, stems included") {
  Vocabulary const words("# a remark\nDRAIN object\nDRAIN* work\nDRAINED did object\n");
  CHECK(words.meaning_of({"DRAIN"}).senses == senses(WordSense::object));
  CHECK(words.meaning_of({"DRAINING"}).senses == senses(WordSense::work));
  CHECK(words.meaning_of({"DRAINED"}).senses == senses(WordSense::did, WordSense::object));
  CHECK(words.meaning_of({"DRAI"}).senses == 0);
  CHECK(words.meaning_of({"Z"}).senses == 0);
}

TEST_CASE("vocabulary: an entry is completed from shorter ones") {
  Vocabulary const words(
      "*TION clinical object\nCARE* activity noise:visit\nCAREF* trait\nCARE work cite:link\n"
      "CAREFUL noise:glue\n");
  auto const care = words.meaning_of({"CARE"});
  CHECK(care.senses == senses(WordSense::work, WordSense::activity));
  CHECK(care.noise == WordNoise::visit);
  CHECK(care.cite == grammar::Cite::link);
  auto const careful = words.meaning_of({"CAREFUL"});
  CHECK(careful.senses == senses(WordSense::trait, WordSense::activity));
  CHECK(careful.noise == WordNoise::glue);
  CHECK(careful.cite == grammar::Cite::none);
  CHECK(words.meaning_of({"CAREFTION"}).senses ==
        senses(WordSense::trait, WordSense::activity, WordSense::clinical));
  CHECK(words.meaning_of({"MOTION"}).senses == senses(WordSense::object, WordSense::clinical));
}

TEST_CASE("vocabulary: words that only other readers know are misspelled for the reader of notes") {
  Vocabulary const words("DRESING noise:visit\nDRESSING work\n");
  CHECK(words.senses_if_misspelled("DRESING") == senses(WordSense::work));
  CHECK(words.senses_if_misspelled("DRESINGG") == 0);
}

std::string refusal(std::string_view file) {
  try {
    Vocabulary const words(file);
  } catch (std::logic_error const& error) {
    return error.what();
  }
  return "";
}

TEST_CASE("vocabulary: errors name the line") {
  CHECK(refusal("WOUND object\n# a remark\nHEEL object\nWOUND work\n") ==
        "vocabulary.txt, line 4: WOUND is already on line 1");
  CHECK(refusal("WOUND* object\nWOUND object\n") == "");
  CHECK(refusal("*MAB object\nHEEL object\n*MAB work\n") ==
        "vocabulary.txt, line 3: MAB is already on line 1");
  CHECK(refusal("HEEL object\nWOUND objects\n") == "vocabulary.txt, line 2: unknown category objects");
  CHECK(refusal("WOUND\n") == "vocabulary.txt, line 1: the word has no category");
  for (std::string_view const bad : {"wound object", "* object", "A* object", "*MAB* object", "W/O object"}) {
    CAPTURE(bad);
    CHECK(refusal(bad) == "vocabulary.txt, line 1: not a word, WORD* or *WORD");
  }
}

TEST_CASE("vocabulary: categories that contradict each other are refused with the line") {
  for (std::string_view const bad :
       {"noise:visit noise:billing", "short:work noise:who", "act claim", "object absent", "plain glue",
        "cite:negation cite:paper", "cite:sent cite:sending", "cite:paper cite:other-paper",
        "code:denies code:compares", "extent unit"}) {
    CAPTURE(bad);
    std::string const both(bad);
    auto const second = both.substr(both.find(' ') + 1);
    CHECK(refusal("HEEL object\nWOUND " + both + "\n") ==
          "vocabulary.txt, line 2: " + second + " contradicts another category of WOUND");
  }
  CHECK(refusal("TREATMENT work generic noise:visit cite:adjective activity clinical\n") == "");
}

TEST_CASE("vocabulary: every word of the built-in file is found as it stands there") {
  auto const& words = Vocabulary::built_in();
  std::size_t count = 0;
  for_each_line(vocabulary_text, [&](std::string_view line, std::size_t) {
    std::string_view word;
    WordMeaning own;
    for_each_field(line, [&](std::string_view field) {
      if (word.empty()) {
        word = field;
      } else {
        CHECK(add_category(own, category_named(field)));
      }
    });
    if (word.find('*') != std::string_view::npos) return;
    ++count;
    CAPTURE(word);
    auto const found = words.meaning_of(word);
    CHECK((found.senses & own.senses) == own.senses);
    CHECK((own.cite == grammar::Cite::none || found.cite == own.cite));
    CHECK((own.noise == WordNoise::none || found.noise == own.noise));
  });
  CHECK(count > 6000);
}

TEST_CASE("vocabulary: an ending holds where no other entry fits, and no ending is a word of its own") {
  Vocabulary const words("*MAB object\nRHUMAB status\n");
  CHECK(words.meaning_of({"INFLIXIMAB"}).senses == senses(WordSense::object));
  CHECK(words.meaning_of({"RHUMAB"}).senses == senses(WordSense::status));
  CHECK(words.meaning_of({"MAB"}).senses == 0);
  CHECK(words.meaning_of({"ROMAB"}).senses == 0);
}

TEST_CASE("vocabulary: misspelled words, the shorter they are the fewer") {
  Vocabulary const words(
      "DRESSING work\nBILLED claim\nCLAIM claim\nWOUND object\nLEAVING status\n"
      "INDEPENDENT status\nPHLEBOTOM* act\n");
  CHECK(words.senses_if_misspelled("DRESING") == senses(WordSense::work));
  CHECK(words.senses_if_misspelled("DRESSINGS") == senses(WordSense::work));
  CHECK(words.senses_if_misspelled("CLIAM") == senses(WordSense::claim));
  CHECK(words.senses_if_misspelled("WOUDN") == 0);
  CHECK(words.senses_if_misspelled("LEAKING") == 0);
  CHECK(words.senses_if_misspelled("INDEPENDANT") == senses(WordSense::status));
  CHECK(words.senses_if_misspelled("PHLEBTOMY") == senses(WordSense::act));
  CHECK(words.senses_if_misspelled("") == 0);
}

}  // namespace
}  // namespace scrub837::test::vocabulary_test
