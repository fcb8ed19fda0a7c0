#include "src/worklist/spreadsheet_text.hpp"

#include <array>

#include "src/text/utf8.hpp"

namespace scrub837 {
namespace {

constexpr char32_t replacement = 0xFFFD;

std::string from_utf16(std::string_view bytes, bool big_endian) {
  std::string text;
  text.reserve(bytes.size());
  auto const unit = [&](std::size_t at) {
    auto const high = static_cast<unsigned char>(bytes[big_endian ? at : at + 1]);
    auto const low = static_cast<unsigned char>(bytes[big_endian ? at + 1 : at]);
    return static_cast<char32_t>(high << 8U | low);
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    auto code = unit(at);
    if (code >= 0xDC00 && code < 0xE000) {
      code = replacement;
    } else if (code >= 0xD800 && code < 0xDC00) {
      auto const next = at + 3 < bytes.size() ? unit(at + 2) : 0;
      if (next >= 0xDC00 && next < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10U) + (next - 0xDC00);
        at += 2;
      } else {
        code = replacement;
      }
    }
    append_utf8(text, code);
  }
  if (bytes.size() % 2 != 0) append_utf8(text, replacement);
  return text;
}

bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    auto const length = utf8_length(bytes);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

// What Windows-1252 has where Latin-1 has control characters; 0: nothing.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

}  // namespace

std::string spreadsheet_text(std::string all) {
  std::string_view bytes = all;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
  } else if (bytes.starts_with("\xFF\xFE")) {
    return from_utf16(bytes.substr(2), false);
  } else if (bytes.starts_with("\xFE\xFF")) {
    return from_utf16(bytes.substr(2), true);
  } else if (bytes.size() > 3 && bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) {
    return from_utf16(bytes, false);
  } else if (bytes.size() > 3 && bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0) {
    return from_utf16(bytes, true);
  }
  if (is_utf8(bytes)) {
    all.erase(0, all.size() - bytes.size());
    return all;
  }
  std::string text;
  text.reserve(bytes.size());
  while (!bytes.empty()) {
    auto const length = utf8_length(bytes);
    if (length > 0) {
      text.append(bytes.substr(0, length));
      bytes.remove_prefix(length);
      continue;
    }
    auto const byte = static_cast<unsigned char>(bytes[0]);
    char32_t const code = byte >= 0xA0 ? byte : windows_1252[byte - 0x80U];
    append_utf8(text, code == 0 ? replacement : code);
    bytes.remove_prefix(1);
  }
  return text;
}

}  // namespace scrub837
