#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace scrub837 {

/// The first eight letters of a word as one number; keys are in the order of their words. Lists of words
/// are searched by it, since a comparison of texts is a call.
[[nodiscard]] constexpr std::uint64_t word_key(std::string_view word) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    key = key << 8U | (i < word.size() ? static_cast<unsigned char>(word[i]) : 0U);
  }
  return key;
}

/// A word with its key.
struct KeyedWord {
  constexpr KeyedWord(std::string_view word)
      : text(word), key(word_key(word)) {}  // NOLINT: a word, once keyed
  std::string_view text;
  std::uint64_t key;

  /// Words of at most eight letters are the same if their keys are.
  [[nodiscard]] friend constexpr bool operator==(KeyedWord const& left, KeyedWord const& right) {
    return left.key == right.key && left.text.size() == right.text.size() &&
           (left.text.size() <= 8 || left.text == right.text);
  }
  [[nodiscard]] constexpr bool starts_with(KeyedWord const& stem) const {
    if (stem.text.size() > 8) return text.starts_with(stem.text);
    auto const other_letters = 8 * (8 - stem.text.size());
    return key >> other_letters == stem.key >> other_letters;
  }
};

}  // namespace scrub837
