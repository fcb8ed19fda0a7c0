#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace scrub837 {

/// Asks something of every eight neighboring bytes at once, and of every two that are next to each other: a
/// quick "perhaps" before a text is read byte by byte. Where a byte is among the eight is not told.
class EightBytes {
 public:
  static constexpr std::uint64_t ones = 0x0101010101010101U;
  static constexpr std::uint64_t high_bits = ones << 7U;

  explicit EightBytes(std::uint64_t bytes) : bytes_(bytes) {}

  // Each of these may say yes for bytes that are near such a one, and never no wrongly.
  /// A byte that is not printable ASCII.
  [[nodiscard]] std::uint64_t unprintable() const {
    return ((bytes_ - ' ' * ones) | (bytes_ + ones)) & high_bits;
  }
  [[nodiscard]] std::uint64_t hold(char byte) const {
    auto const others = bytes_ ^ static_cast<unsigned char>(byte) * ones;
    return (others - ones) & ~others & high_bits;
  }
  /// A byte of ASCII from `first` on.
  [[nodiscard]] std::uint64_t from(char first) const {
    return (bytes_ + (0x80U - static_cast<unsigned char>(first)) * ones) & high_bits;
  }
  /// Two blanks side by side.
  [[nodiscard]] std::uint64_t two_blanks() const {
    auto const blanks = hold(' ');
    return blanks & blanks >> 8U;
  }

 private:
  std::uint64_t bytes_;
};

/// Whether `test`, which takes EightBytes, says anything but 0 of a text. Shorter texts are filled up with
/// letters.
template <typename Test>
[[nodiscard]] bool any_eight(std::string_view text, Test test) {
  if (text.size() < sizeof(std::uint64_t)) {
    auto bytes = 'A' * EightBytes::ones;
    for (char const byte : text) bytes = bytes << 8U | static_cast<unsigned char>(byte);
    return test(EightBytes(bytes)) != 0;
  }
  std::uint64_t found = 0;
  auto const look = [&](std::size_t at) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    found |= test(EightBytes(bytes));
  };
  // The last byte of one step is the first of the next: no two neighbors are parted.
  auto const last = text.size() - sizeof(std::uint64_t);
  for (std::size_t at = 0; at < last; at += sizeof(std::uint64_t) - 1) look(at);
  look(last);
  return found != 0;
}

}  // namespace scrub837
