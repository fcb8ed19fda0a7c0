#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace scrub837 {

/// How many bytes the UTF-8 character at the beginning of `text` has; 0 if there is none. `text` is not
/// empty.
[[nodiscard]] std::size_t utf8_length(std::string_view text);

/// Adds a character to UTF-8.
void append_utf8(std::string& text, char32_t code);

/// `text` as valid UTF-8 for a report, from which the bytes can be had back: each byte that is not UTF-8, and
/// NUL, is written `\xHH`; so is the backslash of a text in which such an escape was there already.
/// For once: a text that was escaped must not be escaped again.
[[nodiscard]] std::string escaped_utf8(std::string_view text);

/// `text` for a letter, where a name must be readable: each byte that is not UTF-8 is taken for Latin-1.
[[nodiscard]] std::string latin1_as_utf8(std::string_view text);

/// The number of the UTF-8 character that `character` is.
[[nodiscard]] char32_t utf8_code(std::string_view character);

/// Whether a character is not seen, or breaks or turns the line that it is in: control characters, line
/// separators, Unicode's format characters (marks of direction, joiners, tags).
[[nodiscard]] bool is_not_seen(char32_t code);

/// Calls `take` with one column of a screen after the other: a character, `.` for one that is_not_seen(), and
/// the four columns of `\xHH` for a byte that is not UTF-8.
template <typename Take>
void for_each_column(std::string_view text, Take take) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  while (!text.empty()) {
    auto const byte = static_cast<unsigned char>(text[0]);
    std::size_t const length = byte < 0x80 ? 1 : utf8_length(text);
    if (length == 0) {
      take(std::string_view("\\"));
      take(std::string_view("x"));
      take(hex.substr(byte >> 4U, 1));
      take(hex.substr(byte & 15U, 1));
    } else {
      auto const character = text.substr(0, length);
      take(is_not_seen(utf8_code(character)) ? std::string_view(".") : character);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
}

/// `text` for a screen: valid UTF-8 in one line, in which every character can be seen.
[[nodiscard]] std::string displayed(std::string_view text);
/// How many columns displayed(text) takes.
[[nodiscard]] std::size_t display_width(std::string_view text);
/// Up to `count` columns of displayed(text) from column `first`.
[[nodiscard]] std::string displayed_columns(std::string_view text, std::size_t first, std::size_t count);
/// All of displayed(text), as lines of at most `room` columns; `room` is not 0.
[[nodiscard]] std::vector<std::string> displayed_lines(std::string_view text, std::size_t room);

}  // namespace scrub837
