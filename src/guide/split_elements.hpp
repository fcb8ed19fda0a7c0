#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "scrub837/x12/segment.hpp"

namespace scrub837::guide {

/// The elements of a segment, [0] is its id; or the components of an element, from [0]. No segment of the
/// guide has more than 31; what is behind the last that fits is only counted.
class SplitElements {
 public:
  /// \param marks where the separators in the first 64 bytes are
  SplitElements(std::string_view text, char separator, std::uint64_t marks) : text_(text) {
    starts_[0] = 0;
    take(marks, 0);
    constexpr std::size_t step = 64;
    for (auto at = step; at < text.size(); at += step) take(separator_bits(text.substr(at), separator), at);
    if (count_ <= room) starts_[count_] = static_cast<std::uint32_t>(text.size() + 1);
  }
  SplitElements(std::string_view text, char separator)
      : SplitElements(text, separator, separator_bits(text, separator)) {}
  explicit SplitElements(SegmentView segment)
      : SplitElements(segment.text(), segment.delimiters().element, segment.separators()) {}

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::string_view operator[](std::size_t number) const {
    if (number >= count_ || number >= room) return {};
    return {text_.data() + starts_[number], starts_[number + 1] - starts_[number] - 1U};
  }
  /// Without the empty ones at the end.
  [[nodiscard]] std::size_t filled() const {
    if (count_ > room) return count_;
    auto filled = count_;
    while (filled > 0 && starts_[filled] - starts_[filled - 1] == 1) --filled;
    return filled;
  }

 private:
  static constexpr std::size_t room = 40;

  void take(std::uint64_t marks, std::size_t at) {
    for (; marks != 0; marks &= marks - 1) {
      if (count_ <= room)
        starts_[count_] =
            static_cast<std::uint32_t>(at + static_cast<std::size_t>(std::countr_zero(marks)) + 1);
      ++count_;
    }
  }

  std::string_view text_;
  std::size_t count_ = 1;
  std::array<std::uint32_t, room + 1>
      starts_;  // and behind the last one, one past its separator; else without value
};

}  // namespace scrub837::guide
