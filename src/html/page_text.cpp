#include "src/html/page_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "src/io/sha256.hpp"
#include "src/text/eight_bytes.hpp"
#include "src/text/utf8.hpp"

namespace scrub837 {
namespace {

std::string_view entity(char byte) {
  switch (byte) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

unsigned nibble(char digit) { return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10); }

}  // namespace

std::string html_text(std::string_view received) {
  auto const whole = escaped_utf8(received);
  std::string result;
  result.reserve(whole.size() + whole.size() / 8);
  for (std::string_view text = whole; !text.empty();) {
    auto const length = std::max<std::size_t>(1, utf8_length(text));
    auto const character = text.substr(0, length);
    text.remove_prefix(length);
    auto const point = utf8_code(character);
    if (is_not_seen(point)) {
      fmt::format_to(std::back_inserter(result), "\u27E8{:04X}\u27E9", static_cast<std::uint32_t>(point));
    } else if (auto const named = entity(character[0]); !named.empty()) {
      result.append(named);
    } else {
      result.append(character);
    }
  }
  return result;
}

void add_json_text(std::string& json, std::string_view received) {
  // This look may say yes wrongly, and never no.
  bool const odd = any_eight(received, [](EightBytes bytes) {
    return bytes.unprintable() | bytes.hold('<') | bytes.hold('>') | bytes.hold('&') | bytes.hold('"') |
           bytes.hold('\\');
  });
  json.push_back('"');
  if (!odd) {
    json.append(received).push_back('"');
    return;
  }
  auto const text = escaped_utf8(received);
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const byte = text[i];
    auto const value = static_cast<unsigned char>(byte);
    if (byte == '"' || byte == '\\') {
      json.push_back('\\');
      json.push_back(byte);
    } else if (value < 0x20 || byte == '<' || byte == '>' || byte == '&') {
      fmt::format_to(std::back_inserter(json), "\\u{:04x}", value);
    } else if (text.compare(i, 3, "\u2028") == 0 || text.compare(i, 3, "\u2029") == 0) {
      json.append(text[i + 2] == '\xA8' ? "\\u2028" : "\\u2029");
      i += 2;
    } else {
      json.push_back(byte);
    }
  }
  json.push_back('"');
}

std::string policy_hash(std::string_view text) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  auto const hex = sha256(text);
  std::string result = "sha256-";
  // 32 bytes: ten groups of three and one of two.
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    bits = bits << 8U | nibble(hex[i]) << 4U | nibble(hex[i + 1]);
    count += 8;
    for (; count >= 6; count -= 6) result.push_back(alphabet[bits >> (count - 6) & 63U]);
  }
  result.push_back(alphabet[bits << (6 - count) & 63U]);
  return result + "=";
}

}  // namespace scrub837
