#pragma once

#include <boost/container/small_vector.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "grammar/narrative_patterns.hpp"
#include "src/narrative/normalized_text.hpp"
#include "src/narrative/word_key.hpp"
#include "src/narrative/word_meaning.hpp"

namespace scrub837 {

/// A run of letters or of digits, or one sign other than a blank.
struct TextToken {
  enum class Kind : std::uint8_t { word, digits, sign };
  KeyedWord word{{}};
  WordMeaning meaning;  ///< of a word, from vocabulary.txt
  Kind kind = Kind::sign;
  bool glued = false;  ///< to the word or digits before it: the C of A1C
};

/// What grammar::next_piece() takes as one: a word, a number, a time, a reference with its label.
struct TextPiece {
  grammar::PieceKind kind = grammar::PieceKind::end;
  std::string_view text;
  std::string_view gap;             ///< blanks and signs before it
  TextToken const* word = nullptr;  ///< of a piece that is a word
};

/// A text cut into tokens, once for all its readers, with every word looked up in the vocabulary.
class TextTokens {
 public:
  /// Of the first 4096 characters of a text. Valid as long as the text, until this
  /// thread asks for another.
  [[nodiscard]] static TextTokens& of(std::string_view text);

  /// The text in the form that the grammars read.
  [[nodiscard]] std::string_view plain() const { return plain_->view(); }
  [[nodiscard]] std::span<TextToken const> tokens() const { return {tokens_.data(), tokens_.size()}; }
  /// The same text in pieces, found when first asked for.
  [[nodiscard]] std::span<TextPiece const> pieces();

 private:
  void cut();
  void add_word(std::string_view letters, bool glued);
  void find_pieces();

  std::string text_;  // what was cut last, if it is short
  std::optional<NormalizedText> plain_;
  boost::container::small_vector<TextToken, 48> tokens_;
  boost::container::small_vector<TextPiece, 48> pieces_;
  bool has_pieces_ = false;
};

}  // namespace scrub837
