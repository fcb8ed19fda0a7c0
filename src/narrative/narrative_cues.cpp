#include "src/narrative/narrative_cues.hpp"

#include "src/narrative/vocabulary.hpp"

namespace scrub837 {

bool is_activity(KeyedWord const& word) {
  return Vocabulary::built_in().meaning_of(word).is(WordSense::activity);
}

bool is_unit(KeyedWord const& word) { return Vocabulary::built_in().meaning_of(word).is(WordSense::unit); }

bool is_extent(KeyedWord const& word) {
  return Vocabulary::built_in().meaning_of(word).is(WordSense::extent);
}

}  // namespace scrub837
