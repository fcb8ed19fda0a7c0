#include "src/scrub/row_key.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

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

// Without zeros in front.
std::optional<std::int64_t> plain_number(std::string_view text) {
  return text.size() > 1 && text[0] == '0' ? std::nullopt : whole_number(text);
}

// 17.1.7: component 7 of element 1 of the seventeenth segment.
std::optional<Place> parse_place(std::string_view text) {
  std::array<std::int64_t, 4> numbers{};
  std::size_t count = 0;
  for (bool more = true; more; ++count) {
    auto const point = std::min(text.find('.'), text.size());
    auto const number = plain_number(text.substr(0, point));
    constexpr std::int64_t most_segments = std::numeric_limits<std::uint32_t>::max();
    constexpr std::int64_t most_elements = std::numeric_limits<std::uint8_t>::max();
    if (count == numbers.size() || !number || *number > (count == 0 ? most_segments : most_elements))
      return std::nullopt;
    numbers[count] = *number;
    more = point < text.size();
    text.remove_prefix(std::min(point + 1, text.size()));
  }
  if (numbers[0] == 0 || numbers[1] == 0) return std::nullopt;
  return Place{static_cast<std::uint32_t>(numbers[0] - 1), static_cast<std::uint8_t>(numbers[1]),
               static_cast<std::uint8_t>(numbers[2]), static_cast<std::uint8_t>(numbers[3])};
}

std::string place_text(Place const& place) {
  if (place.element == 0) return {};
  auto text = fmt::format("-{}.{}", place.segment + 1, place.element);
  if (place.component != 0 || place.repetition != 0) text += fmt::format(".{}", place.component);
  if (place.repetition != 0) text += fmt::format(".{}", place.repetition);
  return text;
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
  auto const rest = key.substr(dash + 1);
  auto const end = std::min(rest.find('-'), rest.size());
  auto const line = plain_number(rest.substr(0, end));
  auto const value = end == rest.size() ? Place{} : parse_place(rest.substr(end + 1));
  if (!is_digest(digest) || !line || !value) return std::nullopt;
  return RowKey{digest, *line, *value};
}

std::string row_key(RowKey const& key) {
  return fmt::format("C{}-{}{}", key.digest, key.line, place_text(key.value));
}

std::string line_key(std::string_view key) {
  auto const claim = parse_row_key(key);
  return claim ? row_key({claim->digest, claim->line, {}}) : std::string(key);
}

std::optional<KeyAbove> parse_key_above(std::string_view key) {
  if (key.empty() || (key[0] != 'L' && key[0] != 'X')) return std::nullopt;
  auto const end = std::min(key.find('-'), key.size());
  auto const value = end == key.size() ? Place{} : parse_place(key.substr(end + 1));
  if (!is_digest(key.substr(1, end - 1)) || !value) return std::nullopt;
  return KeyAbove{key.substr(0, end), *value};
}

std::string key_above(KeyAbove const& key) { return std::string(key.level) + place_text(key.value); }

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
