#include "src/narrative/cites_attachment.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>

#include "grammar/attachment_phrases.hpp"
#include "src/narrative/vocabulary.hpp"
#include "src/text/ascii.hpp"

namespace scrub837 {
namespace {

using grammar::Cite;
using enum grammar::Cite;

constexpr char upper(char byte) {
  return byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte;
}
constexpr bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }

/// The first three letters of the words of which every phrase holds one.
class Beginnings {
 public:
  Beginnings() {
    constexpr auto in_every_phrase =
        attached | attachment | abbreviated | sent | sending | send | follow | included | channel | separate;
    for (auto const word : Vocabulary::built_in().words_with({.cite = in_every_phrase})) {
      if (word.size() < 3) {
        any_ = true;
        continue;
      }
      first_letters_ |= 1U << (word[0] - 'A');
      known_.set(place_of(word[0], word[1], word[2]));
    }
  }
  [[nodiscard]] bool may_stand_in(std::string_view text) const {
    bool inside = false;
    if (any_) return true;
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
  bool any_ = false;  // one of the words is shorter
};

Beginnings const& beginnings() {
  static Beginnings const known;
  return known;
}

/// The words of a text, and the stops between them.
class Words {
 public:
  explicit Words(std::string_view text) {
    while (!text.empty() && size_ < words_.size()) {
      char const byte = upper(text[0]);
      std::size_t length = 1;
      if (is_capital(byte)) {
        length = read_word(text);
      } else if (is_digit(byte)) {
        while (length < text.size() && is_digit(text[length])) ++length;
        add(link | how | leads | number);
      } else if (byte == '.' || byte == ',' || byte == ';' || byte == '!' || byte == '?') {
        add(stop | leads);
      } else if (byte == ':') {
        add(colon | leads);
      } else if (byte == '&') {
        add(link | leads);
      }
      text.remove_prefix(length);
    }
  }
  [[nodiscard]] std::span<Cite const> view() const { return {words_.data(), size_}; }

 private:
  std::size_t read_word(std::string_view text) {
    std::array<char, 16> letters{};
    std::size_t count = 0;
    std::size_t length = 0;
    for (; length < text.size(); ++length) {
      char const byte = upper(text[length]);
      if (byte == '\'') continue;  // ADD'L
      if (!is_capital(byte)) break;
      if (count < letters.size()) letters[count] = byte;
      ++count;
    }
    std::string_view const word(letters.data(), std::min(count, letters.size()));
    add(count > letters.size() ? none : meaning(word));
    before_ = word == "W"                                            ? Before::w
              : size_ > 0 && grammar::has(words_[size_ - 1], future) ? Before::to
                                                                     : Before::other;
    return length;
  }

  // What a word is behind the one before it.
  [[nodiscard]] Cite meaning(std::string_view word) const {
    if (word == "O" && before_ == Before::w) return negation;  // W/O
    auto const known = Vocabulary::built_in().meaning_of(word).cite;
    if (grammar::has(known, send) && is_promised()) return sending;
    if (grammar::has(known, follow) && before_ != Before::to) return none;
    if (grammar::has(known, told) && size_ > 0 && grammar::has(words_[size_ - 1], person)) return none;
    return known;
  }

  // WILL FAX RECORDS; in PCP WILL FAX RECORDS somebody else does.
  [[nodiscard]] bool is_promised() const {
    return before_ == Before::to && size_ > 0 && grammar::has(words_[size_ - 1], begins);
  }

  void add(Cite word) {
    bool const first = size_ == 0 || grammar::has(words_[size_ - 1], leads);
    words_[size_++] = first ? word | begins : word;
  }

  enum class Before : std::uint8_t { other, w, to };
  std::array<Cite, 64> words_{};
  std::size_t size_ = 0;
  Before before_ = Before::other;
};

}  // namespace

bool cites_attachment(std::string_view text) {
  return beginnings().may_stand_in(text) && grammar::says_attached(Words(text).view());
}

}  // namespace scrub837
