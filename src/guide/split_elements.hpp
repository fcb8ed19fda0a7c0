#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <string_view>

#include "scrub837/x12/segment.hpp"

namespace scrub837::guide {

/// The elements of a segment, [0] is its id. No segment of the guide has more than 31; what is behind the
/// last that fits is only counted.
class SplitElements {
 public:
  static constexpr std::size_t room = 40;

  /// \param marks as a token has them: where the separators in the first 64 bytes are
  SplitElements(std::string_view text, char separator) { split(text, separator); }

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::string_view operator[](std::size_t number) const {
    return number < count_ && number < room ? parts_[number] : std::string_view{};
  }
  /// Without the empty ones at the end.
  [[nodiscard]] std::size_t filled() const {
    auto filled = std::min(count_, room);
    while (filled > 0 && parts_[filled - 1].empty()) --filled;
    return count_ > room ? count_ : filled;
  }

 private:
  void split(std::string_view text, char separator) {
    std::size_t begin = 0;
    constexpr std::size_t step = 64;
    for (std::size_t at = 0; at < text.size(); at += step) {
      auto marks = separator_bits(text.substr(at), separator);
      for (; marks != 0; marks &= marks - 1) {
        auto const end = at + static_cast<std::size_t>(std::countr_zero(marks));
        add(text.substr(begin, end - begin));
        begin = end + 1;
      }
    }
    add(text.substr(begin));
  }
  void add(std::string_view part) {
    if (count_ < room) parts_[count_] = part;
    ++count_;
  }
  std::array<std::string_view, room> parts_;
  std::size_t count_ = 0;
};

}  // namespace scrub837::guide
