#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace scrub837 {

/// Finds the places of one byte in order. It looks at 64 bytes a step and keeps what it saw as a bit mask:
/// segments have some 25 bytes, so that a call a segment would cost more than the looking.
class ByteFinder {
 public:
  ByteFinder(std::string_view bytes, char byte) : bytes_(bytes), byte_(byte) { look(0); }

  /// The first place at or behind `from`, bytes.size() if there is none. `from` never goes back.
  std::size_t next(std::size_t from) {
    auto const window = from / step;
    if (window > window_) {
      if (window * step >= bytes_.size()) return bytes_.size();
      look(window);
    }
    if (window == window_) mask_ &= ~std::uint64_t{0} << (from % step);
    while (mask_ == 0) {
      if ((window_ + 1) * step >= bytes_.size()) return bytes_.size();
      look(window_ + 1);
    }
    return window_ * step + static_cast<std::size_t>(std::countr_zero(mask_));
  }

 private:
  static constexpr std::size_t step = 64;

  void look(std::size_t window) {
    window_ = window;
    auto const at = window * step;
    auto const rest = at < bytes_.size() ? bytes_.size() - at : 0;
    if (rest >= step) {
      mask_ = mask_of(bytes_.data() + at);
      return;
    }
    mask_ = 0;
    for (std::size_t i = 0; i < rest; ++i) {
      mask_ |= static_cast<std::uint64_t>(bytes_[at + i] == byte_) << i;
    }
  }

#ifdef __SSE2__
  [[nodiscard]] std::uint64_t mask_of(char const* bytes) const {
    auto const wanted = _mm_set1_epi8(byte_);
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < step; i += 16) {
      auto const some = _mm_loadu_si128(reinterpret_cast<__m128i const*>(bytes + i));
      auto const hits = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(some, wanted)));
      mask |= std::uint64_t{hits} << i;
    }
    return mask;
  }
#else
  [[nodiscard]] std::uint64_t mask_of(char const* bytes) const {
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < step; ++i) mask |= static_cast<std::uint64_t>(bytes[i] == byte_) << i;
    return mask;
  }
#endif

  std::string_view bytes_;
  char byte_;
  std::size_t window_ = 0;
  std::uint64_t mask_ = 0;
};

}  // namespace scrub837
