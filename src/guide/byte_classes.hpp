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
class ByteClasses {
 public:
  static constexpr std::size_t shortest = 4, longest = 63;  ///< bytes; other segments have no classes

  std::uint64_t digits = 0;
  std::uint64_t plain = 0;       ///< digits and capitals, which no delimiter is
  std::uint64_t components = 0;  ///< component separators
  std::uint64_t separators = 0;  ///< of components and of repetitions
  std::uint64_t blanks = 0;      ///< spaces
  bool unusual = false;          ///< one is outside of 0x20 to 0x7E

  /// \param text from `shortest` to `longest` bytes \param elements where its element separators are
  ByteClasses(std::string_view text, Delimiters const& delimiters, std::uint64_t elements) {
    for_each_sixteen(text, [&](Sixteen const& bytes, std::size_t at) { note_plain(bytes, at, delimiters); });
    separators = components;
    auto const all = (std::uint64_t{1} << text.size()) - 1;
    digits &= all;
    // Most segments have nothing else.
    if ((all & ~(plain | components | elements)) == 0) return;
    std::uint64_t usual = ~all;
    for_each_sixteen(
        text, [&](Sixteen const& bytes, std::size_t at) { usual |= note_others(bytes, at, delimiters); });
    separators |= components;
    unusual = usual != ~std::uint64_t{0};
  }

 private:
  // The last sixteen may be among those before them.
  template <typename Use>
  static void for_each_sixteen(std::string_view text, Use use) {
    constexpr std::size_t step = 16;
    auto const* const bytes = text.data();
    auto const size = text.size();
    if (size < step) return use(Sixteen(text), 0);
    for (std::size_t at = 0; at + step <= size; at += step) use(Sixteen(bytes + at), at);
    if (size % step != 0) use(Sixteen(bytes + size - step), size - step);
  }

  template <typename Integer>
  static std::uint64_t load(char const* bytes) {
    Integer value{};
    std::memcpy(&value, bytes, sizeof value);
    return value;
  }

  // Behind the last byte of a short text are zeros.
  struct Halves {
    std::uint64_t low = 0, high = 0;

    explicit Halves(std::string_view text) {
      constexpr std::size_t half = 8, quarter = 4;
      auto const* const bytes = text.data();
      auto const size = text.size();
      if (size > half) {
        low = load<std::uint64_t>(bytes);
        high = load<std::uint64_t>(bytes + size - half) >> (2 * half - size) * half;
      } else {
        low = load<std::uint32_t>(bytes) | load<std::uint32_t>(bytes + size - quarter)
                                               << (size - quarter) * half;
      }
    }
  };

#ifdef __SSE2__
  class Sixteen {
   public:
    explicit Sixteen(char const* bytes) : bytes_(_mm_loadu_si128(reinterpret_cast<__m128i const*>(bytes))) {}
    explicit Sixteen(std::string_view text) : Sixteen(Halves(text)) {}

    [[nodiscard]] Sixteen within(char first, char last) const {
      auto const offset = _mm_sub_epi8(bytes_, _mm_set1_epi8(first));
      auto const span = _mm_set1_epi8(static_cast<char>(last - first));
      return Sixteen(_mm_cmpeq_epi8(_mm_min_epu8(offset, span), offset));
    }
    [[nodiscard]] Sixteen equal(char byte) const {
      return Sixteen(_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(byte)));
    }
    [[nodiscard]] Sixteen operator|(Sixteen const& other) const {
      return Sixteen(_mm_or_si128(bytes_, other.bytes_));
    }
    [[nodiscard]] std::uint64_t bits(std::size_t at) const {
      return std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(bytes_))} << at;
    }

   private:
    explicit Sixteen(__m128i bytes) : bytes_(bytes) {}
    explicit Sixteen(Halves const& halves)
        : bytes_(_mm_set_epi64x(static_cast<long long>(halves.high), static_cast<long long>(halves.low))) {}
    __m128i bytes_;
  };
#else
  class Sixteen {
   public:
    explicit Sixteen(char const* bytes) { std::memcpy(bytes_.data(), bytes, bytes_.size()); }
    explicit Sixteen(std::string_view text) { std::memcpy(bytes_.data(), text.data(), text.size()); }

    [[nodiscard]] Sixteen within(char first, char last) const {
      return that([&](char byte) { return byte >= first && byte <= last; });
    }
    [[nodiscard]] Sixteen equal(char byte) const {
      return that([&](char one) { return one == byte; });
    }
    [[nodiscard]] Sixteen operator|(Sixteen const& other) const {
      Sixteen result;
      for (std::size_t i = 0; i < bytes_.size(); ++i)
        result.bytes_[i] = bytes_[i] != 0 || other.bytes_[i] != 0;
      return result;
    }
    [[nodiscard]] std::uint64_t bits(std::size_t at) const {
      std::uint64_t result = 0;
      for (std::size_t i = 0; i < bytes_.size(); ++i) result |= std::uint64_t{bytes_[i] != 0} << (at + i);
      return result;
    }

   private:
    Sixteen() = default;
    template <typename Is>
    [[nodiscard]] Sixteen that(Is is) const {
      Sixteen result;
      for (std::size_t i = 0; i < bytes_.size(); ++i) result.bytes_[i] = is(bytes_[i]) ? 1 : 0;
      return result;
    }
    std::array<char, 16> bytes_{};
  };
#endif

  void note_plain(Sixteen const& bytes, std::size_t at, Delimiters const& delimiters) {
    auto const figures = bytes.within('0', '9');
    digits |= figures.bits(at);
    plain |= (figures | bytes.within('A', 'Z')).bits(at);
    components |= bytes.equal(delimiters.component).bits(at);
  }

  // \return where the bytes are usual
  std::uint64_t note_others(Sixteen const& bytes, std::size_t at, Delimiters const& delimiters) {
    blanks |= bytes.equal(' ').bits(at);
    separators |= bytes.equal(delimiters.repetition).bits(at);
    return bytes.within(' ', '~').bits(at);
  }
};

}  // namespace scrub837::guide
