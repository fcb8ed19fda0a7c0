#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace scrub837::test {

/// A small generator of random numbers: the same on every machine and in every build (splitmix64).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    auto z = state_ += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  /// \return a number below `end`; 0 if `end` is 0
  std::size_t below(std::size_t end) { return end == 0 ? 0 : static_cast<std::size_t>(next() % end); }
  bool one_in(std::size_t count) { return below(count) == 0; }

  template <typename T, std::size_t Size>
  T const& of(T const (&list)[Size]) {
    return list[below(Size)];
  }
  char byte_of(std::string_view bytes) { return bytes[below(bytes.size())]; }

 private:
  std::uint64_t state_;
};

}  // namespace scrub837::test
