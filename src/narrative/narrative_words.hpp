#pragma once

#include "src/narrative/word_key.hpp"
#include "src/narrative/word_meaning.hpp"

namespace scrub837 {

/// What keeps a word of a narrative from counting as work; vocabulary.txt lists such words. A word that
/// stands nowhere counts as work.
/// \param word upper-case letters (see NormalizedText)
[[nodiscard]] WordNoise noise_of(KeyedWord const& word);

}  // namespace scrub837
