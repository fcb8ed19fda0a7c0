#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "scrub837/x12/delimiters.hpp"

namespace scrub837::guide {

/// What may stand somewhere in a segment, found eight bytes at a time: most segments have none of it, and
/// then none of their elements is looked through for it. True too often rather than too seldom.
struct SegmentLook {
  bool repetition = false;  ///< a repetition separator
  bool component = false;   ///< a component separator
  bool unusual = false;     ///< a byte outside of 0x20 to 0x7E
  bool small = false;       ///< a small letter

  SegmentLook(std::string_view text, Delimiters const& delimiters) {
    std::uint64_t repetitions = 0, components = 0, others = 0, letters = 0;
    auto const look_at = [&](std::uint64_t bytes) {
      repetitions |= zeros_in(bytes ^ each(delimiters.repetition));
      components |= zeros_in(bytes ^ each(delimiters.component));
      // Below 0x20, 0x7F, and above.
      others |= (bytes - each(' ')) | (bytes + each(1)) | bytes;
      letters |= bytes & (bytes << 1U);  // bits 0x40 and 0x20
    };
    constexpr std::size_t step = 8;
    auto const size = text.size();
    for (std::size_t at = 0; at + step <= size; at += step) look_at(eight(text.data() + at, step));
    if (size % step != 0) look_at(eight(text.data() + (size - size % step), size % step));
    repetition = repetitions != 0 && delimiters.repetition != '\0';
    component = components != 0 && delimiters.component != '\0';
    unusual = (others & high_bits) != 0;
    small = (letters & each('@')) != 0;
  }

 private:
  static constexpr std::uint64_t ones = 0x0101010101010101U, high_bits = 0x80 * ones;

  static constexpr std::uint64_t each(char byte) { return static_cast<unsigned char>(byte) * ones; }
  static std::uint64_t zeros_in(std::uint64_t bytes) { return (bytes - ones) & ~bytes & high_bits; }
  // What is missing to eight is filled with digits.
  static std::uint64_t eight(char const* bytes, std::size_t count) {
    auto result = each('0');
    std::memcpy(&result, bytes, count);
    return result;
  }
};

}  // namespace scrub837::guide
