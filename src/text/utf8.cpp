#include "src/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "src/text/eight_bytes.hpp"

namespace scrub837 {
namespace {

constexpr std::string_view upper_hex = "0123456789ABCDEF";

struct Range {
  char32_t first, last;
};
// The categories Cc, Cf, Zl and Zp of Unicode 15, and what is kept for such characters. As in page.js.
constexpr std::array not_seen{Range{0x00, 0x1F},       Range{0x7F, 0x9F},       Range{0xAD, 0xAD},
                              Range{0x600, 0x605},     Range{0x61C, 0x61C},     Range{0x6DD, 0x6DD},
                              Range{0x70F, 0x70F},     Range{0x890, 0x891},     Range{0x8E2, 0x8E2},
                              Range{0x180E, 0x180E},   Range{0x200B, 0x200F},   Range{0x2028, 0x202E},
                              Range{0x2060, 0x206F},   Range{0xFEFF, 0xFEFF},   Range{0xFFF0, 0xFFFB},
                              Range{0x110BD, 0x110BD}, Range{0x110CD, 0x110CD}, Range{0x13430, 0x1343F},
                              Range{0x1BCA0, 0x1BCA3}, Range{0x1D173, 0x1D17A}, Range{0xE0000, 0xE0FFF}};

bool is_hex(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'F') || (byte >= 'a' && byte <= 'f');
}

bool begins_escape(std::string_view text) {
  return text.size() >= 4 && text[0] == '\\' && text[1] == 'x' && is_hex(text[2]) && is_hex(text[3]);
}

bool is_plain(char byte) { return byte > 0 && byte != '\\'; }

// Whether each byte is a column of the screen; a no may be wrong.
bool is_plain_ascii(std::string_view text) {
  return !any_eight(text, [](EightBytes bytes) { return bytes.unprintable(); });
}

void append_escape(std::string& result, char byte) {
  auto const value = static_cast<unsigned char>(byte);
  result.append("\\x").append(1, upper_hex[value >> 4U]).append(1, upper_hex[value & 15U]);
}

}  // namespace

std::size_t utf8_length(std::string_view text) {
  auto const lead = static_cast<unsigned char>(text[0]);
  std::size_t const length = lead < 0x80                   ? 1
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
  if (length == 0 || length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) return 0;
  }
  // Overlong forms, surrogates and numbers beyond Unicode.
  auto const second = length > 1 ? static_cast<unsigned char>(text[1]) : 0;
  if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) ||
      (lead == 0xF4 && second > 0x8F)) {
    return 0;
  }
  return length;
}

char32_t utf8_code(std::string_view character) {
  constexpr unsigned payload = 6;
  auto value = static_cast<std::uint32_t>(static_cast<unsigned char>(character[0]));
  if (character.size() > 1) value &= 0xFFU >> (character.size() + 1);
  for (auto const byte : character.substr(1))
    value = value << payload | (static_cast<unsigned char>(byte) & 0x3FU);
  return value;
}

bool is_not_seen(char32_t code) {
  constexpr char32_t first_printable = 0x20;
  constexpr char32_t last_ascii = 0x7E;
  if (code >= first_printable && code <= last_ascii) return false;
  auto const range = std::ranges::lower_bound(not_seen, code, {}, &Range::last);
  return range != not_seen.end() && code >= range->first;
}

void append_utf8(std::string& text, char32_t code) {
  auto const low = [&](unsigned shift) {
    text.push_back(static_cast<char>(0x80U | (static_cast<std::uint32_t>(code) >> shift & 0x3FU)));
  };
  if (code < 0x80) {
    text.push_back(static_cast<char>(code));
  } else if (code < 0x800) {
    text.push_back(static_cast<char>(0xC0U | static_cast<std::uint32_t>(code) >> 6U));
    low(0);
  } else if (code < 0x10000) {
    text.push_back(static_cast<char>(0xE0U | static_cast<std::uint32_t>(code) >> 12U));
    low(6);
    low(0);
  } else {
    text.push_back(static_cast<char>(0xF0U | static_cast<std::uint32_t>(code) >> 18U));
    low(12);
    low(6);
    low(0);
  }
}

std::string escaped_utf8(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
  std::string result;
  result.reserve(text.size() + 16);
  while (!text.empty()) {
    bool const taken = text[0] == '\0' || begins_escape(text);
    auto const length = taken ? 0 : utf8_length(text);
    if (length == 0) append_escape(result, text[0]);
    result.append(text.substr(0, length));
    text.remove_prefix(std::max<std::size_t>(1, length));
  }
  return result;
}

std::string latin1_as_utf8(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    auto const length = utf8_length(text);
    if (length == 0) {
      auto const byte = static_cast<unsigned char>(text[0]);
      result.push_back(static_cast<char>(0xC0U | byte >> 6U));
      result.push_back(static_cast<char>(0x80U | (byte & 0x3FU)));
    }
    result.append(text.substr(0, length));
    text.remove_prefix(std::max<std::size_t>(1, length));
  }
  return result;
}

std::string displayed(std::string_view text) {
  if (is_plain_ascii(text)) return std::string(text);
  std::string result;
  result.reserve(text.size());
  for_each_column(text, [&](std::string_view column) { result.append(column); });
  return result;
}

std::size_t display_width(std::string_view text) {
  if (is_plain_ascii(text)) return text.size();
  std::size_t width = 0;
  for_each_column(text, [&](std::string_view) { ++width; });
  return width;
}

std::vector<std::string> displayed_lines(std::string_view text, std::size_t room) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  for_each_column(text, [&](std::string_view column) {
    if (at++ % room == 0) lines.emplace_back();
    lines.back().append(column);
  });
  return lines;
}

std::string displayed_columns(std::string_view text, std::size_t first, std::size_t count) {
  if (is_plain_ascii(text)) return std::string(text.substr(std::min(first, text.size()), count));
  std::string result;
  std::size_t at = 0;
  for_each_column(text, [&](std::string_view column) {
    if (at >= first && at - first < count) result.append(column);
    ++at;
  });
  return result;
}

}  // namespace scrub837
