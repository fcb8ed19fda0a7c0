#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace scrub837 {

/// A 64-bit hash of several values in order, sixteen bytes in a step. Not for bytes that somebody may have
/// chosen to collide.
class QuickHash {
 public:
  explicit QuickHash(std::uint64_t seed = 0) : hash_(seed) {}

  /// Adds a value; where it ends counts.
  QuickHash& add(std::string_view value) { return add_words<false>(value); }
  /// The same in either case of its letters.
  QuickHash& add_name(std::string_view value) { return add_words<true>(value); }
  QuickHash& add(std::uint64_t word) { return mix(word, 0); }
  [[nodiscard]] std::uint64_t value() const { return hash_; }

 private:
  static constexpr std::size_t word_size = sizeof(std::uint64_t);
  static constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;

  template <bool either_case>
  QuickHash& add_words(std::string_view value) {
    // Clears the bit that tells upper from lower case; other characters that it makes equal are rare.
    constexpr std::uint64_t kept = either_case ? ~std::uint64_t{0x2020202020202020U} : ~std::uint64_t{0};
    auto const* bytes = value.data();
    auto left = value.size();
    for (; left > 2 * word_size; left -= 2 * word_size, bytes += 2 * word_size)
      mix(load<std::uint64_t>(bytes) & kept, load<std::uint64_t>(bytes + word_size) & kept);
    // The two ends of what is left overlap, so that there is no loop. Its length is spread over all bits: in
    // the lowest ones it could make up for another character, as in 12 and 2.
    if (left < word_size) return mix(left == 0 ? 0 : few(bytes, left) & kept, left);
    auto const last = load<std::uint64_t>(bytes + left - word_size) & kept;
    return mix(load<std::uint64_t>(bytes) & kept, last ^ left * odd);
  }
  // The full product of both, its halves added: each bit of both words changes about half of the result.
  QuickHash& mix(std::uint64_t one, std::uint64_t other) {
    constexpr std::uint64_t another = 0xD1B54A32D192ED03U;
    auto const product = static_cast<Wide>(one ^ hash_ ^ odd) * (other ^ another);
    hash_ = static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U) ^ hash_ >> 32U;
    return *this;
  }
  // Up to seven bytes.
  static std::uint64_t few(char const* bytes, std::size_t size) {
    if (size >= sizeof(std::uint32_t)) {
      return load<std::uint32_t>(bytes) |
             std::uint64_t{load<std::uint32_t>(bytes + size - sizeof(std::uint32_t))} << 32U;
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

  __extension__ using Wide = unsigned __int128;
  std::uint64_t hash_;
};

}  // namespace scrub837
