#include "src/narrative/cites_attachment.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>

#include "grammar/attachment_phrases.hpp"
#include "src/narrative/text_tokens.hpp"
#include "src/narrative/vocabulary.hpp"

namespace scrub837 {
namespace {

using grammar::Cite;
using grammar::has;
using enum grammar::Cite;

constexpr char upper(char byte) {
  return byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte;
}
constexpr bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }

/// A quick test: each phrase has one of some words. Knows the first three letters of these.
class Beginnings {
 public:
  Beginnings() {
    constexpr auto in_every_phrase =
        attached | attachment | abbreviated | sent | sending | send | follow | included | channel | separate;
    for (auto const word : Vocabulary::built_in().beginnings_with(in_every_phrase)) {
      if (word.size() < 3) {
        any_ = true;
        continue;
      }
      first_letters_ |= 1U << (word[0] - 'A');
      known_.set(place_of(word[0], word[1], word[2]));
    }
  }
  [[nodiscard]] bool may_be_in(std::string_view text) const {
    if (any_) return true;
    bool inside = false;
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
      char const byte = upper(text[i]);
      bool const letter = is_capital(byte);
      if (letter && !inside && (first_letters_ >> (byte - 'A') & 1U) != 0) {
        char const second = upper(text[i + 1]);
        char const third = upper(text[i + 2]);
        if (is_capital(second) && is_capital(third) && known_[place_of(byte, second, third)]) return true;
      }
      inside = letter;
    }
    return false;
  }

 private:
  static constexpr std::size_t letters = 26;
  static constexpr std::size_t place_of(char first, char second, char third) {
    auto const number = [](char letter) { return static_cast<std::size_t>(letter - 'A'); };
    return (number(first) * letters + number(second)) * letters + number(third);
  }
  std::bitset<letters * letters * letters> known_;
  std::uint32_t first_letters_ = 0;
  bool any_ = false;  // three letters do not tell
};

Beginnings const& beginnings() {
  static Beginnings const known;
  return known;
}

/// The tokens of a text as the phrases see them: words with a meaning, numbers and stops.
class Cites {
 public:
  explicit Cites(std::span<TextToken const> tokens) {
    for (auto const& token : tokens) {
      if (size_ == cites_.size()) return;
      switch (token.kind) {
        case TextToken::Kind::word:
          add_word(token.meaning.cite);
          break;
        case TextToken::Kind::digits:
          add(link | how | leads | number);
          break;
        case TextToken::Kind::sign:
          add_sign(token.word.text.front());
          break;
      }
    }
  }
  [[nodiscard]] std::span<Cite const> view() const { return {cites_.data(), size_}; }

 private:
  void add_sign(char sign) {
    if (sign == '.' || sign == ',' || sign == ';' || sign == '!' || sign == '?') add(stop | leads);
    if (sign == ':') add(colon | leads);
    if (sign == '&') add(link | leads);
  }

  // Some words depend on the one before: WILL FAX RECORDS (in PCP WILL FAX RECORDS someone else sends them),
  // TO FOLLOW, PATIENT REPORTS.
  void add_word(Cite word) {
    auto const before = size_ > 0 ? cites_[size_ - 1] : none;
    if (has(word, send) && after_future_ && has(before, begins)) {
      word = sending;
    } else if ((has(word, follow) && !after_future_) || (has(word, told) && has(before, person))) {
      word = none;
    }
    after_future_ = has(word, future);
    add(word);
  }

  void add(Cite word) {
    bool const first = size_ == 0 || has(cites_[size_ - 1], leads);
    cites_[size_++] = first ? word | begins : word;
  }

  std::array<Cite, 64> cites_{};
  std::size_t size_ = 0;
  bool after_future_ = false;  // the last word was one; signs after it do not matter
};

}  // namespace

bool cites_attachment(std::string_view text) {
  return beginnings().may_be_in(text) && grammar::says_attached(Cites(TextTokens::of(text).tokens()).view());
}

}  // namespace scrub837
