#include "src/narrative/narrative_words.hpp"

#include <string_view>

#include "grammar/narrative_patterns.hpp"
#include "src/narrative/vocabulary.hpp"

namespace scrub837 {
namespace {

[[nodiscard]] bool all_alike(std::string_view text) {
  return text.find_first_not_of(text.front()) == std::string_view::npos;
}

}  // namespace

WordNoise noise_of(KeyedWord const& word) {
  auto const& text = word.text;
  if (text.size() >= 3 && all_alike(text) && text != "III" && text.front() != grammar::foreign_letter) {
    return WordNoise::stub;  // XXXX
  }
  return Vocabulary::built_in().meaning_of(word).noise;
}

}  // namespace scrub837
