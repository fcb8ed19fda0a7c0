#pragma once

#include <string>
#include <string_view>

namespace scrub837 {

/// A text as repeated ones are compared: neither case nor blanks make another.
[[nodiscard]] inline std::string as_compared(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (char const byte : text) {
    if (byte != ' ')
      result.push_back(byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte);
  }
  return result;
}

}  // namespace scrub837
