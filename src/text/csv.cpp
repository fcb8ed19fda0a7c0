#include "src/text/csv.hpp"

#include <algorithm>
#include <array>

#include "scrub837/claim/money.hpp"
#include "src/text/eight_bytes.hpp"
#include "src/text/utf8.hpp"

namespace scrub837 {

bool begins_formula(std::string_view text) {
  while (!text.empty() && (text.front() == '\'' || text.front() == ' ')) text.remove_prefix(1);
  if (text.empty()) return false;
  switch (text.front()) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
      return true;
    case '\xEF': {
      // U+FF1D, U+FF0B, U+FF0D, U+FF20: spreadsheets of East Asian locales run these too.
      constexpr std::array<std::string_view, 4> wide = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
                                                        "\xEF\xBC\xA0"};
      return std::any_of(wide.begin(), wide.end(), [&](auto start) { return text.starts_with(start); });
    }
    default:
      return false;
  }
}

namespace {

// Bytes that need no quotes wherever they are, but for a sign in front.
constexpr auto plain_bytes = [] {
  std::array<bool, 256> plain{};
  for (unsigned char byte = '0'; byte <= '9'; ++byte) plain[byte] = true;
  for (unsigned char byte = 'A'; byte <= 'Z'; ++byte) plain[byte] = plain[byte + 32U] = true;
  for (char const byte : {'.', '/', '_', ':', '#'}) plain[static_cast<unsigned char>(byte)] = true;
  return plain;
}();

// Bytes for which a field is put into quotes.
constexpr auto quoted_bytes = [] {
  std::array<bool, 256> quoted{};
  for (char const byte : {',', '"', '\r', '\n', ';', '\t'}) quoted[static_cast<unsigned char>(byte)] = true;
  return quoted;
}();

}  // namespace

// Most fields are codes and numbers: looked at and copied at once.
bool CsvLine::add_plain(std::string_view text) {
  auto const begin = line_.size();
  line_.try_reserve(begin + text.size() + 1);
  auto* out = line_.data() + begin;
  if (!first_) *out++ = ',';
  bool plain = true;
  for (char const byte : text) {
    *out++ = byte;
    plain &= plain_bytes[static_cast<unsigned char>(byte)];
  }
  if (!plain) return false;
  first_ = false;
  line_.try_resize(static_cast<std::size_t>(out - line_.data()));
  return true;
}

void CsvLine::add_other(std::string_view received) {
  // Each of these looks may say yes wrongly, and never no.
  bool const odd = any_eight(
      received, [](EightBytes bytes) { return bytes.unprintable() | bytes.hold('\\') | bytes.hold('"'); });
  auto const escaped = odd ? escaped_utf8(received) : std::string{};
  std::string_view const text = odd ? std::string_view(escaped) : received;
  if (!first_) line_.push_back(',');
  first_ = false;
  bool const formula = begins_formula(text) && !(text[0] == '-' && parse_money(text));
  bool const parted =
      odd || any_eight(text, [](EightBytes bytes) { return bytes.hold(',') | bytes.hold(';'); });
  bool const quoted =
      formula ||
      (parted && std::any_of(text.begin(), text.end(),
                             [](char byte) { return quoted_bytes[static_cast<unsigned char>(byte)]; })) ||
      (!text.empty() && (text.front() == ' ' || text.back() == ' '));
  if (!quoted) {
    line_.append(text);
    return;
  }
  line_.push_back('"');
  if (formula) line_.push_back('\'');
  if (!odd) {
    line_.append(text);
  } else {
    for (char const byte : text) {
      if (byte == '"') line_.push_back('"');
      line_.push_back(byte);
    }
  }
  line_.push_back('"');
}

}  // namespace scrub837
