#pragma once

#include <string>
#include <string_view>

namespace scrub837 {

/// A number without the hyphens that people write into it: 12-3456789, 123-45-6789, 23219-0001.
[[nodiscard]] inline std::string without_hyphens(std::string_view text) {
  std::string result(text);
  std::erase(result, '-');
  return result;
}

/// Whether a text has so many digits and nothing else.
[[nodiscard]] constexpr bool is_digits(std::string_view text, std::size_t count) {
  if (text.size() != count) return false;
  for (char const byte : text) {
    if (byte < '0' || byte > '9') return false;
  }
  return true;
}

}  // namespace scrub837
