#pragma once

#include <string_view>

#include "src/narrative/word_meaning.hpp"

namespace scrub837 {

/// What a word of this category means; nothing at all if there is no such category.
/// \param name as in vocabulary.txt: `object`, `noise:visit`, `cite:paper`
[[nodiscard]] WordMeaning category_named(std::string_view name);

/// Adds a category to a word.
/// \return whether the word can have it beside those that it has: a word has one kind of noise, and a remark
///         about a claim is not an act of care
[[nodiscard]] bool add_category(WordMeaning& word, WordMeaning const& added);

}  // namespace scrub837
