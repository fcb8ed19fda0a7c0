#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "grammar/narrative_patterns.hpp"

namespace scrub837 {

/// Whether a character of such a text is a letter, of whatever alphabet.
[[nodiscard]] constexpr bool is_word_letter(char character) {
  return (character >= 'A' && character <= 'Z') || character == grammar::foreign_letter;
}

/// A text in the form that the grammars of narratives read: upper-case ASCII, single blanks, none at the
/// ends; letters of other alphabets as grammar::foreign_letter. The first 4096 characters.
class NormalizedText {
 public:
  /// \param text ASCII, UTF-8 or Latin-1, of either case; it lives as long as this does
  explicit NormalizedText(std::string_view text);
  NormalizedText(NormalizedText const&) = delete;
  NormalizedText& operator=(NormalizedText const&) = delete;
  [[nodiscard]] std::string_view view() const { return view_; }

 private:
  void read(std::string_view text);
  void append(char character) {
    if (character == ' ' && (size_ == 0 || characters_[size_ - 1] == ' ')) return;
    characters_[size_++] = character;
  }

  std::string_view view_;              // of the text itself if it has the form already
  std::array<char, 4096> characters_;  // only the first size_ are ever read
  std::size_t size_ = 0;
};

}  // namespace scrub837
