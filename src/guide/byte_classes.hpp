#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "scrub837/x12/delimiters.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace scrub837::guide {

/// Of what kind the bytes of a short segment are: bit n of a word stands for byte n. Made from sixteen bytes
/// at a time, so that an element is judged by a mask and not by its bytes.
struct ByteClasses {
  static constexpr std::size_t room = 63;  ///< bytes; a longer segment has no classes

  std::uint64_t digits = 0;
  std::uint64_t plain = 0;       ///< digits and capitals, which no delimiter is
  std::uint64_t blanks = 0;      ///< spaces
  std::uint64_t components = 0;  ///< component separators
  std::uint64_t separators = 0;  ///< of components and of repetitions
  bool unusual = false;          ///< one is outside of 0x20 to 0x7E

  /// \param text at most `room` bytes
  ByteClasses(std::string_view text, Delimiters const& delimiters) {
    constexpr std::size_t step = 16;
    auto const size = text.size();
    if (size < step) {
      // What is missing to sixteen is filled with digits, of which nothing is asked.
      std::array<char, step> bytes{};
      bytes.fill('0');
      std::memcpy(bytes.data(), text.data(), size);
      note(bytes.data(), 0, delimiters);
    } else {
      std::size_t at = 0;
      for (; at + step <= size; at += step) note(text.data() + at, at, delimiters);
      if (at < size) note(text.data() + (size - step), size - step, delimiters);
    }
  }

 private:
#ifdef __SSE2__
  void note(char const* bytes, std::size_t at, Delimiters const& delimiters) {
    auto const some = _mm_loadu_si128(reinterpret_cast<__m128i const*>(bytes));
    auto const within = [some](char first, char last) {
      auto const offset = _mm_sub_epi8(some, _mm_set1_epi8(first));
      return _mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8(static_cast<char>(last - first))), offset);
    };
    auto const bits = [at](__m128i mask) {
      return std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(mask))} << at;
    };
    auto const figures = within('0', '9');
    auto const component = _mm_cmpeq_epi8(some, _mm_set1_epi8(delimiters.component));
    auto const repetition = _mm_cmpeq_epi8(some, _mm_set1_epi8(delimiters.repetition));
    digits |= bits(figures);
    plain |= bits(_mm_or_si128(figures, within('A', 'Z')));
    blanks |= bits(_mm_cmpeq_epi8(some, _mm_set1_epi8(' ')));
    components |= bits(component);
    separators |= bits(_mm_or_si128(component, repetition));
    constexpr int all = 0xFFFF;
    unusual = unusual || _mm_movemask_epi8(within(' ', '~')) != all;
  }
#else
  void note(char const* bytes, std::size_t at, Delimiters const& delimiters) {
    for (std::size_t i = 0; i < 16; ++i) {
      auto const bit = std::uint64_t{1} << (at + i);
      auto const byte = bytes[i];
      bool const digit = byte >= '0' && byte <= '9';
      if (digit) digits |= bit;
      if (digit || (byte >= 'A' && byte <= 'Z')) plain |= bit;
      if (byte == ' ') blanks |= bit;
      if (byte == delimiters.component) components |= bit;
      if (byte == delimiters.component || byte == delimiters.repetition) separators |= bit;
      unusual = unusual || byte < ' ' || byte > '~';
    }
  }
#endif
};

}  // namespace scrub837::guide
