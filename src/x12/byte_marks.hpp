#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "scrub837/x12/delimiters.hpp"

namespace scrub837 {

/// Where certain bytes stand in a stretch: bit n of word w is byte 64 * w + n. The whole stretch is looked at
/// once, 64 bytes a step; walking the segments is then a matter of a few integers.
class ByteMarks {
 public:
  /// What is marked among 64 bytes.
  struct Word {
    std::uint64_t terminators = 0, separators = 0, line_ends = 0;
  };
  /// Replaces what was marked before; the memory is used again.
  void mark(std::string_view bytes, Delimiters delimiters);

  /// Where the first terminator at or behind `from` stands, the stretch's size if there is none.
  [[nodiscard]] std::size_t terminator(std::size_t from) const {
    auto word = from / step;
    auto bits = words_[word].terminators & ~std::uint64_t{0} << (from % step);
    while (bits == 0) {
      if (++word * step >= size_) return size_;
      bits = words_[word].terminators;
    }
    return word * step + static_cast<std::size_t>(std::countr_zero(bits));
  }
  /// The terminators one by one. A walk that asks for the next one by the place of the last would wait for
  /// each; this only goes from bit to bit.
  class Terminators {
   public:
    explicit Terminators(ByteMarks const& marks) : marks_(&marks), bits_(marks.words_[0].terminators) {}
    /// Goes on with the first at or behind `from`.
    void seek(std::size_t from) {
      word_ = from / step;
      bits_ = marks_->words_[word_].terminators & ~std::uint64_t{0} << (from % step);
    }
    /// Where the next one stands, the stretch's size if there is none.
    [[nodiscard]] std::size_t next() {
      while (bits_ == 0) {
        if (++word_ * step >= marks_->size_) return marks_->size_;
        bits_ = marks_->words_[word_].terminators;
      }
      auto const place = word_ * step + static_cast<std::size_t>(std::countr_zero(bits_));
      bits_ &= bits_ - 1;
      return place;
    }

   private:
    ByteMarks const* marks_;
    std::size_t word_ = 0;
    std::uint64_t bits_;
  };

  /// Whether a line end that is not the terminator stands in [begin, end).
  [[nodiscard]] bool has_line_end(std::size_t begin, std::size_t end) const {
    // No further than to the end: most files have no line ends but those behind terminators, many none at
    // all.
    for (auto word = begin / step; word * step < end; ++word) {
      auto bits = words_[word].line_ends;
      if (word == begin / step) bits &= ~std::uint64_t{0} << (begin % step);
      if (bits != 0) return word * step + static_cast<std::size_t>(std::countr_zero(bits)) < end;
    }
    return false;
  }
  /// Which of the (at most 64) bytes from `begin` on are element separators, bit 0 for `begin`.
  [[nodiscard]] std::uint64_t separators(std::size_t begin) const { return bits(begin, &Word::separators); }
  /// The same of line ends that are not the terminator.
  [[nodiscard]] std::uint64_t line_ends(std::size_t begin) const { return bits(begin, &Word::line_ends); }
  /// Whether a line end stands anywhere but behind a terminator, where up to two may.
  [[nodiscard]] bool stray_line_ends() const { return stray_line_ends_; }

 private:
  static constexpr std::size_t step = 64;

  [[nodiscard]] std::uint64_t bits(std::size_t begin, std::uint64_t Word::*kind) const {
    auto const* const words = &words_[begin / step];
    auto const shift = begin % step;
    // In two steps, since a shift by 64 is none.
    return words[0].*kind >> shift | words[1].*kind << 1U << (step - 1 - shift);
  }

  bool stray_line_ends_ = false;
  std::size_t size_ = 0;
  std::vector<Word> words_;  ///< always at least two more than there are full ones
};

}  // namespace scrub837
