#include "src/narrative/normalized_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "grammar/narrative_patterns.hpp"
#include "src/text/eight_bytes.hpp"

namespace scrub837 {
namespace {

struct CodePoint {
  std::uint32_t value;
  std::size_t bytes;
};

/// Reads one character of UTF-8, or one byte as Latin-1 where the bytes are not UTF-8.
[[nodiscard]] CodePoint decode(std::string_view text) {
  auto const byte = [&](std::size_t at) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at]));
  };
  std::uint32_t const lead = byte(0);
  std::size_t const length = lead >= 0xF0 && lead < 0xF5   ? 4
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                                                           : 1;
  std::size_t const present = std::min(length, text.size());
  std::uint32_t value = lead & (0x7FU >> length);
  for (std::size_t at = 1; at < present; ++at) {
    if ((byte(at) & 0xC0U) != 0x80U) return {lead, 1};
    value = value << 6U | (byte(at) & 0x3FU);
  }
  if (present == 1) return {lead, 1};
  // A text cut at 80 bytes may end inside a character.
  return present == length ? CodePoint{value, length} : CodePoint{' ', present};
}

/// The upper-case ASCII character that an analyst would read, a blank for what parts words, nothing for what
/// stands inside a word without being a letter (an apostrophe, a combining accent).
[[nodiscard]] constexpr std::optional<char> normalized(std::uint32_t character) {
  constexpr std::string_view latin_1 = "AAAAAAACEEEEIIIIDNOOOOOXOUUUUYTS";  // C0 to DF, and again E0 to FF
  if (character == '\'' || character == '`') return std::nullopt;
  if (character < 0x20) return ' ';
  if (character >= 'a' && character <= 'z') return static_cast<char>(character - 'a' + 'A');
  if (character < 0x7F) return static_cast<char>(character);
  if (character == 0x91 || character == 0x92) return std::nullopt;  // quotation marks of Windows-1252
  if (character == 0x96 || character == 0x97) return '-';           // and its dashes
  if (character == 0xAA || character == 0xAD || character == 0xBA) return std::nullopt;
  if (character < 0xC0) return ' ';
  if (character <= 0xFF) return latin_1[(character - 0xC0) % 0x20];
  if (character >= 0x300 && character < 0x370) return std::nullopt;
  if (character >= 0x200B && character <= 0x200D) return std::nullopt;
  if (character == 0x2018 || character == 0x2019 || character == 0x2060 || character == 0xFEFF)
    return std::nullopt;
  if ((character >= 0x2010 && character <= 0x2015) || character == 0x2212) return '-';
  if (character >= 0x2000 && character < 0x2C00) return ' ';
  if (character >= 0x3000 && character < 0x3040) return ' ';
  if (character >= 0xFF01 && character <= 0xFF5E) return normalized(character - 0xFEE0);
  if (character >= 0x1F000) return ' ';
  return grammar::foreign_letter;
}

// What each byte of ASCII reads as; 0: nothing.
constexpr auto plain_ascii = [] {
  std::array<char, 0x80> table{};
  for (std::uint32_t byte = 0; byte < table.size(); ++byte) table[byte] = normalized(byte).value_or('\0');
  return table;
}();

// Whether a text surely has the form already, as most have.
[[nodiscard]] bool is_plain(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ') return false;
  return !any_eight(text, [](EightBytes some) {
    return some.unprintable() | some.from('`') | some.hold('\'') | some.two_blanks();
  });
}

}  // namespace

NormalizedText::NormalizedText(std::string_view text) {
  if (text.size() <= characters_.size() && is_plain(text)) {
    view_ = text;
    return;
  }
  read(text);
  view_ = {characters_.data(), size_};
}

void NormalizedText::read(std::string_view text) {
  while (!text.empty() && size_ < characters_.size()) {
    if (auto const byte = static_cast<unsigned char>(text.front()); byte < plain_ascii.size()) {
      text.remove_prefix(1);
      if (auto const read = plain_ascii[byte]; read != '\0') append(read);
      continue;
    }
    auto const [character, bytes] = decode(text);
    text.remove_prefix(bytes);
    if (auto const read = normalized(character)) append(*read);
  }
  if (size_ > 0 && characters_[size_ - 1] == ' ') --size_;
}

}  // namespace scrub837
