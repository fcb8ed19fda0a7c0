#include "src/narrative/text_tokens.hpp"

#include <cstddef>

#include "src/narrative/vocabulary.hpp"
#include "src/text/ascii.hpp"

namespace scrub837 {
namespace {

using grammar::PieceKind;
using Kind = TextToken::Kind;

// XXXX; III is a number.
bool repeats_one_letter(std::string_view word) {
  return word.size() >= 3 && word.find_first_not_of(word.front()) == std::string_view::npos &&
         word != "III" && word.front() != grammar::foreign_letter;
}

// For attachments and codes, the O of W/O means WITHOUT.
void read_as_without(TextToken& token) {
  static auto const without = Vocabulary::built_in().meaning_of({"WITHOUT"});
  token.meaning.cite = without.cite;
  token.meaning.senses |= without.senses & ~note_senses;
}

}  // namespace

TextTokens& TextTokens::of(std::string_view text) {
  constexpr std::size_t longest_kept = 256;
  thread_local TextTokens last;
  if (!text.empty() && text == last.text_) return last;
  last.text_.assign(text.size() <= longest_kept ? text : std::string_view{});
  last.plain_.emplace(last.text_.empty() ? text : std::string_view(last.text_));
  last.cut();
  return last;
}

void TextTokens::add_word(std::string_view letters, bool glued) {
  auto& token = tokens_.emplace_back();
  token.word = KeyedWord(letters);
  token.kind = Kind::word;
  token.glued = glued;
  token.meaning = Vocabulary::built_in().meaning_of(token.word);
  if (repeats_one_letter(letters)) token.meaning.noise = WordNoise::stub;
}

void TextTokens::cut() {
  tokens_.clear();
  pieces_.clear();
  has_pieces_ = false;
  bool glued = false;
  auto const text = plain();
  for (std::size_t i = 0; i < text.size();) {
    auto const begin = i;
    if (is_word_letter(text[i])) {
      while (i < text.size() && is_word_letter(text[i])) ++i;
      add_word(text.substr(begin, i - begin), glued);
      bool const ends = i == text.size() || !is_digit(text[i]);
      if (ends && i - begin == 1 && begin >= 2 && text.substr(begin - 2, 3) == "W/O" &&
          (begin == 2 || !(is_word_letter(text[begin - 3]) || is_digit(text[begin - 3])))) {
        read_as_without(tokens_.back());
      }
      glued = true;
    } else if (is_digit(text[i])) {
      while (i < text.size() && is_digit(text[i])) ++i;
      tokens_.push_back({text.substr(begin, i - begin), {}, Kind::digits, glued});
      glued = true;
    } else {
      if (text[i] != ' ') tokens_.push_back({text.substr(begin, 1), {}, Kind::sign, false});
      glued = false;
      ++i;
    }
  }
}

std::span<TextPiece const> TextTokens::pieces() {
  if (!has_pieces_) find_pieces();
  return {pieces_.data(), pieces_.size()};
}

void TextTokens::find_pieces() {
  has_pieces_ = true;
  auto const* token = tokens_.data();
  auto const* const end = token + tokens_.size();
  for (auto rest = plain();;) {
    auto const piece = grammar::next_piece(rest);
    if (piece.kind == PieceKind::end) return;
    auto const gap = rest.substr(0, static_cast<std::size_t>(piece.text.data() - rest.data()));
    rest.remove_prefix(gap.size() + piece.text.size());
    auto& added = pieces_.emplace_back(TextPiece{piece.kind, piece.text, gap, nullptr});
    if (piece.kind != PieceKind::word) continue;
    // A word is one token; the tokens before it belong to gaps and other pieces.
    while (token + 1 != end && (token + 1)->word.text.data() <= piece.text.data()) ++token;
    added.word = token;
  }
}

}  // namespace scrub837
