#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace scrub837 {

/// A 64-bit hash of several values in order, eight bytes in a step. Not for bytes that somebody may have
/// chosen to collide.
class QuickHash {
 public:
  explicit QuickHash(std::uint64_t seed = 0) : hash_(seed) {}

  /// Adds a value; where it ends counts.
  QuickHash& add(std::string_view value) { return add_words<false>(value); }
  /// The same in either case of its letters.
  QuickHash& add_name(std::string_view value) { return add_words<true>(value); }
  QuickHash& add(std::uint64_t word) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
    hash_ = (hash_ ^ word) * odd;
    hash_ ^= hash_ >> 29U;
    return *this;
  }
  [[nodiscard]] std::uint64_t value() const { return hash_; }

 private:
  template <bool either_case>
  QuickHash& add_words(std::string_view value) {
    // Clears the bit that tells upper from lower case; other characters that it makes equal are rare.
    constexpr std::uint64_t kept = either_case ? ~std::uint64_t{0x2020202020202020U} : ~std::uint64_t{0};
    constexpr std::size_t step = sizeof(std::uint64_t);
    hash_ ^= value.size();
    for (; value.size() >= step; value.remove_prefix(step)) add(load<std::uint64_t>(value.data()) & kept);
    return value.empty() ? *this : add(rest(value) & kept);
  }
  // Up to seven bytes, without a loop.
  static std::uint64_t rest(std::string_view bytes) {
    auto const size = bytes.size();
    if (size >= sizeof(std::uint32_t)) {
      return load<std::uint32_t>(bytes.data()) |
             std::uint64_t{load<std::uint32_t>(bytes.data() + size - sizeof(std::uint32_t))} << 32U;
    }
    auto const byte = [&](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(bytes[at])}; };
    return byte(0) | byte(size / 2) << 8U | byte(size - 1) << 16U;
  }
  template <typename Word>
  static Word load(char const* bytes) {
    Word word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
  }

  std::uint64_t hash_;
};

}  // namespace scrub837
