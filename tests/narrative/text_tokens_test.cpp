#include "src/narrative/text_tokens.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

namespace scrub837::test::text_tokens_test {
namespace {

// The tokens as text, one blank between them; `+` before one that is glued to its neighbor.
std::string tokens_of(std::string_view text) {
  std::string shown;
  for (auto const& token : TextTokens::of(text).tokens()) {
    if (!shown.empty()) shown += ' ';
    if (token.glued) shown += '+';
    shown += token.word.text;
  }
  return shown;
}

// The pieces with their gaps.
std::string pieces_of(std::string_view text) {
  std::string shown;
  for (auto const& piece : TextTokens::of(text).pieces()) {
    shown.append(piece.gap).append(piece.word != nullptr ? "<" : "[").append(piece.text);
    shown += piece.word != nullptr ? '>' : ']';
  }
  return shown;
}

WordMeaning meaning_of_last(std::string_view text) { return TextTokens::of(text).tokens().back().meaning; }

TEST_CASE("text tokens: words, digits and signs, and what is glued to what") {
  CHECK(tokens_of("") == "");
  CHECK(tokens_of("  ") == "");
  CHECK(tokens_of("wound care, 45 min.") == "WOUND CARE , 45 MIN .");
  CHECK(tokens_of("A1C 7.2, X2") == "A +1 +C 7 . 2 , X +2");
  CHECK(tokens_of("ADD'L NOTES") == "ADDL NOTES");
  CHECK(tokens_of("CURACI\xC3\x93N") == "CURACION");
}

TEST_CASE("text tokens: pieces take several tokens, and each word knows its token") {
  CHECK(pieces_of("FOLEY CHANGED 0900-1130, AUTH 12345") == "<FOLEY> <CHANGED> [0900-1130], [AUTH 12345]");
  CHECK(pieces_of("NURSING NOTES X2") == "[NURSING NOTES] <X>[2]");
  CHECK(pieces_of("$1234.567 IV") == "[$1234.56][7] <IV>");
  auto& tokens = TextTokens::of("DOS 1/15/26 HEEL, HEEL");
  auto const pieces = tokens.pieces();
  REQUIRE(pieces.size() == 3);
  CHECK(pieces[1].word->meaning.is(WordSense::clinical));
  CHECK(pieces[2].word == &tokens.tokens().back());
}

TEST_CASE("text tokens: words have their meaning, one letter again and again means nothing") {
  CHECK(meaning_of_last("HEEL").is(WordSense::object));
  CHECK(meaning_of_last("NOTES").noise == WordNoise::pointer);
  CHECK(meaning_of_last("XXXX").noise == WordNoise::stub);
  CHECK(meaning_of_last("STAGE III").noise != WordNoise::stub);
  CHECK(meaning_of_last("XX").noise != WordNoise::stub);
}

TEST_CASE("text tokens: W/O denies as WITHOUT does, other letters O do not") {
  CHECK(meaning_of_last("CARE W/O").is(WordSense::denies_next));
  CHECK(meaning_of_last("w/o").cite == grammar::Cite::negation);
  for (std::string_view const other : {"CARE W O", "LW/O", "TYPE O", "2W/O", "W/OB", "/O"}) {
    CAPTURE(other);
    CHECK_FALSE(meaning_of_last(other).is(WordSense::denies_next));
  }
  CHECK_FALSE(TextTokens::of("W/O2").tokens()[2].meaning.is(WordSense::denies_next));
}

TEST_CASE("text tokens: the last text is kept, and another of the same length is not taken for it") {
  std::string text = "HEEL";
  auto const* const first = &TextTokens::of(text);
  CHECK(first->plain() == "HEEL");
  text = "TOES";
  CHECK(TextTokens::of(text).plain() == "TOES");
  CHECK(TextTokens::of("").plain() == "");
  std::string const long_text(5000, 'A');
  CHECK(TextTokens::of(long_text).plain().size() == 4096);
  CHECK(TextTokens::of(long_text + 'B').tokens().size() == 1);
}

TEST_CASE("src/narrative includes nothing of src/claim, which includes it") {
  std::size_t files = 0;
  for (auto const* const folder : {"/src/narrative", "/include/scrub837/narrative"}) {
    for (auto const& entry : std::filesystem::directory_iterator(SCRUB837_SOURCE_DIR + std::string(folder))) {
      if (entry.path().extension() == ".txt") continue;
      ++files;
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        CAPTURE(entry.path().string());
        CAPTURE(line);
        CHECK_FALSE((line.starts_with("#include") && line.find("/claim/") != std::string::npos));
      }
    }
  }
  CHECK(files > 20);
}

}  // namespace
}  // namespace scrub837::test::text_tokens_test
