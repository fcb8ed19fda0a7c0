#pragma once

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
  QuickHash& add(std::string_view value) {
    constexpr std::size_t step = sizeof(std::uint64_t);
    hash_ ^= value.size();
    for (; value.size() >= step; value.remove_prefix(step)) add_bytes(value.substr(0, step));
    if (!value.empty()) add_bytes(value);
    return *this;
  }
  QuickHash& add(std::uint64_t word) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
    hash_ = (hash_ ^ word) * odd;
    hash_ ^= hash_ >> 29U;
    return *this;
  }
  [[nodiscard]] std::uint64_t value() const { return hash_; }

 private:
  void add_bytes(std::string_view bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), bytes.size());
    add(word);
  }

  std::uint64_t hash_;
};

}  // namespace scrub837
