#pragma once

namespace scrub837 {

/// Whether a byte is one of the digits 0 to 9, whatever the locale.
[[nodiscard]] constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Whether a byte is an ASCII letter of either case, whatever the locale.
[[nodiscard]] constexpr bool is_letter(char byte) {
  return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

}  // namespace scrub837
