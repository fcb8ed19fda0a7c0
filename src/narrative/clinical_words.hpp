#pragma once

#include "src/narrative/word_key.hpp"

namespace scrub837 {

/// Whether a word speaks of a body, its complaints or its treatment: HEEL, ULCER, VANCOMYCIN, HOSPICE. No
/// list is complete; it only serves to tell such words from names that stand beside clock times. \param word
/// upper case (see NormalizedText)
[[nodiscard]] bool is_clinical(KeyedWord const& word);

}  // namespace scrub837
