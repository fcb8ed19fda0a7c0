#include "src/worklist/row_key.hpp"

#include <algorithm>
#include <charconv>

namespace scrub837 {
namespace {

constexpr std::size_t digest_size = 64;

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
  if (key.size() < digest_size + 3 || key[0] != 'C' || key[digest_size + 1] != '-') return std::nullopt;
  auto const digest = key.substr(1, digest_size);
  bool const hexadecimal = std::all_of(
      digest.begin(), digest.end(), [](char byte) { return is_digit(byte) || (byte >= 'a' && byte <= 'f'); });
  auto const line = whole_number(key.substr(digest_size + 2));
  if (!hexadecimal || !line) return std::nullopt;
  return RowKey{digest, *line};
}

}  // namespace scrub837
