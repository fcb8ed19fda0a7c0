#include "src/worklist/plain_letters.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>

#include "src/claim/typographic.hpp"

namespace scrub837 {
namespace {

// U+00C0 to U+00FF and U+0100 to U+017F; empty: no letter.
constexpr std::array<std::string_view, 64> latin_1 = {
    "A", "A", "A", "A", "A", "A", "AE", "C", "E", "E", "E", "E", "I", "I", "I",  "I",
    "D", "N", "O", "O", "O", "O", "O",  "",  "O", "U", "U", "U", "U", "Y", "TH", "ss",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
    "d", "n", "o", "o", "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "y"};
constexpr std::array<std::string_view, 128> latin_extended_a = {
    "A", "a", "A",  "a",  "A", "a", "C", "c", "C", "c", "C", "c", "C", "c", "D", "d",   // U+0100
    "D", "d", "E",  "e",  "E", "e", "E", "e", "E", "e", "E", "e", "G", "g", "G", "g",   // U+0110
    "G", "g", "G",  "g",  "H", "h", "H", "h", "I", "i", "I", "i", "I", "i", "I", "i",   // U+0120
    "I", "i", "IJ", "ij", "J", "j", "K", "k", "k", "L", "l", "L", "l", "L", "l", "L",   // U+0130
    "l", "L", "l",  "N",  "n", "N", "n", "N", "n", "n", "N", "n", "O", "o", "O", "o",   // U+0140
    "O", "o", "OE", "oe", "R", "r", "R", "r", "R", "r", "S", "s", "S", "s", "S", "s",   // U+0150
    "S", "s", "T",  "t",  "T", "t", "T", "t", "U", "u", "U", "u", "U", "u", "U", "u",   // U+0160
    "U", "u", "U",  "u",  "W", "w", "Y", "y", "Y", "Z", "z", "Z", "z", "Z", "z", "s"};  // U+0170

std::uint32_t code_point(std::string_view character) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (character.size() == 1) return byte(0);
  std::uint32_t code = byte(0) & (0x7FU >> character.size());
  for (std::size_t i = 1; i < character.size(); ++i) code = code << 6U | (byte(i) & 0x3FU);
  return code;
}

bool is_combining_mark(std::uint32_t code) { return code >= 0x300 && code < 0x370; }

}  // namespace

std::string plain_letters(std::string_view text) {
  std::string plain;
  auto const tidy = tidied(text, {});
  for (std::string_view rest = tidy; !rest.empty();) {
    auto const character = rest.substr(0, character_length(rest));
    rest.remove_prefix(character.size());
    auto const code = character.size() == 1 ? 0 : code_point(character);
    auto const letters = code >= 0xC0 && code < 0x100    ? latin_1[code - 0xC0]
                         : code >= 0x100 && code < 0x180 ? latin_extended_a[code - 0x100]
                                                         : std::string_view{};
    if (!letters.empty()) {
      plain.append(letters);
    } else if (!is_combining_mark(code)) {
      plain.append(character);
    }
  }
  return plain;
}

std::string foreign_character(std::string_view text) {
  while (!text.empty()) {
    auto const character = text.substr(0, character_length(text));
    text.remove_prefix(character.size());
    auto const code = code_point(character);
    if (character.size() > 1) return fmt::format("U+{:04X} ({})", code, character);
    if (code < 0x20 || code >= 0x7F) return fmt::format("U+{:04X}", code);
  }
  return {};
}

}  // namespace scrub837
