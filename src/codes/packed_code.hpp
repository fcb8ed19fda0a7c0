#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace scrub837 {

/// A code of up to twelve capitals and digits as a number under 2^63, in the order of texts; 0 if it is none.
[[nodiscard]] constexpr std::uint64_t packed_code(std::string_view code) {
  constexpr std::size_t longest = 12;
  constexpr std::uint64_t letters = 26, digits = 10, base = letters + digits + 1;
  if (code.empty() || code.size() > longest) return 0;
  std::uint64_t number = 0;
  for (char const byte : code) {
    std::uint64_t value = 0;
    if (byte >= '0' && byte <= '9') {
      value = static_cast<std::uint64_t>(byte - '0') + 1;
    } else if (byte >= 'A' && byte <= 'Z') {
      value = static_cast<std::uint64_t>(byte - 'A') + digits + 1;
    } else {
      return 0;
    }
    number = number * base + value;
  }
  return number;
}

/// The code that was packed.
[[nodiscard]] inline std::string unpacked_code(std::uint64_t number) {
  constexpr std::string_view characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  constexpr std::uint64_t base = characters.size() + 1;
  std::string code;
  for (; number > 0; number /= base) code.insert(code.begin(), characters[number % base - 1]);
  return code;
}

}  // namespace scrub837
