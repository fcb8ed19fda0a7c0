#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "scrub837/x12/delimiters.hpp"

namespace scrub837 {

/// Where certain bytes are in a stretch: bit n of word w is byte 64 * w + n. The whole stretch is looked at
/// once, 64 bytes a step; walking the segments is then a matter of a few integers.
class DelimiterIndex {
 public:
  using Word = std::uint64_t;

  /// Replaces what was marked before; the memory is used again.
  void mark(std::string_view bytes, Delimiters delimiters);

  /// Where the first terminator at or behind `from` is, the stretch's size if there is none.
  [[nodiscard]] std::size_t terminator(std::size_t from) const { return Terminators(*this, from).next(); }
  /// The terminators one by one. A walk that asks for the next one by the place of the last would wait for
  /// each; this only goes from bit to bit.
  class Terminators {
   public:
    /// Begins with the first at or behind `from`.
    Terminators(DelimiterIndex const& marks, std::size_t from)
        : words_(marks.terminators_.data()),
          size_(marks.size_),
          base_(from - from % step),
          bits_(words_[from / step] & ~Word{0} << (from % step)) {}
    /// Where the next one is, the stretch's size if there is none.
    [[nodiscard]] std::size_t next() {
      while (bits_ == 0) {
        base_ += step;
        if (base_ >= size_) return size_;
        bits_ = words_[base_ / step];
      }
      auto const place = base_ + static_cast<std::size_t>(std::countr_zero(bits_));
      bits_ &= bits_ - 1;
      return place;
    }

   private:
    Word const* words_;
    std::size_t size_;
    std::size_t base_;  // of the word that is gone through
    Word bits_;         // what is left of it
  };

  /// Whether a line end that is not the terminator is in [begin, end).
  [[nodiscard]] bool has_line_end(std::size_t begin, std::size_t end) const {
    // No further than to the end: most files have no line ends but those behind terminators, many none at
    // all.
    for (auto word = begin / step; word * step < end; ++word) {
      auto bits = line_ends_[word];
      if (word == begin / step) bits &= ~std::uint64_t{0} << (begin % step);
      if (bits != 0) return word * step + static_cast<std::size_t>(std::countr_zero(bits)) < end;
    }
    return false;
  }
  /// Marks of one kind, from any byte on.
  class Bits {
   public:
    explicit Bits(std::vector<Word> const& words) : words_(words.data()) {}
    /// Bit 0 for the byte at `begin`; `sure_bits` of them at least, not more than 64.
    [[nodiscard]] Word from(std::size_t begin) const {
      if constexpr (std::endian::native == std::endian::little) {
        // From the byte of bits in which the first one is; two words would cost twice as much.
        Word some = 0;
        std::memcpy(&some, reinterpret_cast<char const*>(words_) + begin / 8, sizeof some);
        return some >> (begin % 8);
      } else {
        auto const* const word = &words_[begin / step];
        // In two steps, since a shift by 64 is none.
        return word[0] >> (begin % step) | word[1] << 1U << (step - 1 - begin % step);
      }
    }

   private:
    Word const* words_;
  };
  [[nodiscard]] Bits separators() const { return Bits(separators_); }
  /// Line ends that are not the terminator.
  [[nodiscard]] Bits line_ends() const { return Bits(line_ends_); }
  /// Whether a line end is anywhere but behind a terminator, where up to two may.
  [[nodiscard]] bool stray_line_ends() const { return stray_line_ends_; }

  static constexpr std::size_t sure_bits = 57;

 private:
  static constexpr std::size_t step = 64;

  bool stray_line_ends_ = false;
  std::size_t size_ = 0;
  std::vector<Word> terminators_, separators_, line_ends_;  ///< each two more than there are full ones
};

}  // namespace scrub837
