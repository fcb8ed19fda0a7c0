#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

#include "src/narrative/word_key.hpp"

namespace scrub837 {

/// How many words stand in a list that blanks part.
constexpr std::size_t count_words(std::string_view list) {
  return list.empty() ? 0 : static_cast<std::size_t>(std::count(list.begin(), list.end(), ' ')) + 1;
}

/// The words of such a list, in order.
template <std::size_t Count>
constexpr std::array<std::string_view, Count> sorted_words(std::string_view list) {
  std::array<std::string_view, Count> words{};
  for (auto& word : words) {
    word = list.substr(0, list.find(' '));
    list.remove_prefix(std::min(word.size() + 1, list.size()));
  }
  std::sort(words.begin(), words.end());
  return words;
}

/// Words with their keys.
template <std::size_t Count>
constexpr auto keyed(std::array<std::string_view, Count> const& words) {
  std::array<KeyedWord, Count> result = [&]<std::size_t... I>(std::index_sequence<I...>) {
    return std::array<KeyedWord, Count>{KeyedWord(words[I])...};
  }
  (std::make_index_sequence<Count>{});
  return result;
}

/// A sorted list of words, of which only those with the right first letter are looked at.
template <std::size_t Count>
class WordsByLetter {
 public:
  constexpr explicit WordsByLetter(std::array<std::string_view, Count> const& words) : words_(keyed(words)) {
    for (std::size_t letter = 0; letter <= 26; ++letter) {
      while (first_[letter] < Count && static_cast<std::size_t>(words[first_[letter]][0] - 'A') < letter) {
        ++first_[letter];
      }
      if (letter < 26) first_[letter + 1] = first_[letter];
    }
  }
  [[nodiscard]] std::span<KeyedWord const> like(KeyedWord const& word) const {
    auto const letter = static_cast<std::size_t>(word.key >> 56U) - 'A';
    if (letter >= 26) return {};
    return std::span(words_).subspan(first_[letter], first_[letter + 1] - first_[letter]);
  }
  [[nodiscard]] bool hold(KeyedWord const& word) const {
    for (auto const& each : like(word)) {
      if (each == word) return true;
    }
    return false;
  }
  /// Whether one of them is a beginning of the word.
  [[nodiscard]] bool begin(KeyedWord const& word) const {
    for (auto const& each : like(word)) {
      if (word.starts_with(each)) return true;
    }
    return false;
  }

 private:
  std::array<KeyedWord, Count> words_;
  std::array<std::size_t, 27> first_{};
};

}  // namespace scrub837
