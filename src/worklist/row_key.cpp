#include "src/worklist/row_key.hpp"

#include <algorithm>
#include <charconv>

#include "src/text/ascii.hpp"

namespace scrub837 {
namespace {

constexpr std::size_t claim_size = 64;   // SHA-256 of the claim's bytes
constexpr std::size_t levels_size = 12;  // of what is above, behind a point

bool is_hexadecimal(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return is_digit(byte) || (byte >= 'a' && byte <= 'f'); });
}

// A SHA-256, alone or with the digest of what is above behind a point.
bool is_digest(std::string_view text) {
  if (text.size() == claim_size) return is_hexadecimal(text);
  return text.size() == claim_size + 1 + levels_size && text[claim_size] == '.' &&
         is_hexadecimal(text.substr(0, claim_size)) && is_hexadecimal(text.substr(claim_size + 1));
}

}  // namespace

std::optional<std::int64_t> whole_number(std::string_view text) {
  if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  std::int64_t number = 0;
  auto const [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{}) return std::nullopt;
  return number;
}

std::optional<RowKey> parse_row_key(std::string_view key) {
  if (key.empty() || key[0] != 'C') return std::nullopt;
  auto const dash = key.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  auto const digest = key.substr(1, dash - 1);
  auto const number = key.substr(dash + 1);
  auto const line = whole_number(number);
  bool const plain = line && (number.size() == 1 || number[0] != '0');
  if (!is_digest(digest) || !plain) return std::nullopt;
  return RowKey{digest, *line};
}

bool is_key_above(std::string_view key) {
  return !key.empty() && (key[0] == 'L' || key[0] == 'X') && is_digest(key.substr(1));
}

std::size_t count_keys(std::string_view text) {
  std::size_t count = 0;
  std::size_t run = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    run = is_hexadecimal(text.substr(i, 1)) ? run + 1 : 0;
    if (run != claim_size || i < claim_size) continue;
    char const letter = text[i - claim_size];
    if (letter == 'C' || letter == 'L' || letter == 'X') ++count;
  }
  return count;
}

}  // namespace scrub837
