#include "src/worklist/row_key.hpp"

#include <algorithm>
#include <charconv>

namespace scrub837 {
namespace {

constexpr std::size_t claim_size = 64;   // SHA-256 of the claim's bytes
constexpr std::size_t levels_size = 12;  // of the levels above, behind a point

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

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
  auto const is_hexadecimal = [](std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char byte) { return is_digit(byte) || (byte >= 'a' && byte <= 'f'); });
  };
  bool const alone = digest.size() == claim_size && is_hexadecimal(digest);
  bool const whole = digest.size() == claim_size + 1 + levels_size && digest[claim_size] == '.' &&
                     is_hexadecimal(digest.substr(0, claim_size)) &&
                     is_hexadecimal(digest.substr(claim_size + 1));
  auto const line = whole_number(key.substr(dash + 1));
  if ((!alone && !whole) || !line) return std::nullopt;
  return RowKey{digest, *line};
}

}  // namespace scrub837
