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

// Mac OS Roman, from 0x80.
constexpr std::array<char16_t, 128> mac_roman = {
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5,
    0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3, 0x00F2, 0x00F4,
    0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6,
    0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8, 0x221E, 0x00B1, 0x2264, 0x2265,
    0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF,
    0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB, 0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5,
    0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044,
    0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1,
    0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9,
    0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7};

char32_t from_windows(unsigned char byte) {
  char32_t const code = byte >= 0xA0 ? byte : windows_1252[byte - 0x80U];
  return code == 0 ? replacement : code;
}

// A program that ends lines with a carriage return alone writes Mac OS Roman. Others may, too: then it shows
// by what no text in Windows-1252 has.
bool is_from_mac(std::string_view bytes) {
  auto const end = bytes.find_first_of("\r\n");
  if (end != std::string_view::npos && bytes[end] == '\r' && bytes.substr(end, 2) != "\r\n") return true;
  auto const is_capital = [](char byte) { return byte >= 'A' && byte <= 'Z'; };
  auto const is_small = [](char byte) { return byte >= 'a' && byte <= 'z'; };
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto const byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) continue;
    if (auto const length = utf8_length(bytes.substr(i)); length > 0) {
      i += length - 1;
      continue;
    }
    if (from_windows(byte) == replacement) return true;
    if (i == 0 || i + 1 >= bytes.size()) continue;
    bool const in_capitals = is_capital(bytes[i - 1]) && is_capital(bytes[i + 1]);
    bool const in_word = in_capitals || (is_small(bytes[i - 1]) && is_small(bytes[i + 1]));
    constexpr std::string_view signs = "\x83\x84\x86\x87\x88\x89\x8B\x98\x9B";  // daggers and the like
    if (in_word && signs.find(bytes[i]) != std::string_view::npos) return true;
    if (in_capitals && byte >= 0xE0 && byte != 0xF7) return true;
  }
  return false;
}

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
  bool const mac = is_from_mac(bytes);
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
    append_utf8(text, mac ? mac_roman[byte - 0x80U] : from_windows(byte));
    bytes.remove_prefix(1);
  }
  return text;
}

}  // namespace scrub837
