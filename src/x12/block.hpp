#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scrub837/x12/segment.hpp"

namespace scrub837 {

/// A stretch of the input in memory: the first `data_size` bytes. Somewhere behind them are clean copies of
/// segments that are folded over several lines. Tokens hold offsets into `bytes`, and end with it.
struct Block {
  /// Where a segment's content is among the data: from its id up to the terminator.
  struct Content {
    std::uint32_t begin = 0, end = 0;
  };
  /// A clean copy and what it is a copy of.
  struct Fold {
    std::uint32_t copy = 0;
    Content content;
  };

  std::string bytes;
  std::size_t data_size = 0;
  std::uint64_t origin = 0;   ///< where in the input the first byte is
  std::vector<Fold> folds{};  ///< those of folded segments, in order

  [[nodiscard]] std::string_view data() const& { return std::string_view(bytes).substr(0, data_size); }
  [[nodiscard]] std::string_view data() const&& = delete;

  /// The segment without blanks before, terminator and line ends.
  [[nodiscard]] std::string_view text(Segment const& segment) const& {
    return std::string_view(bytes).substr(segment.begin, segment.end - segment.begin);
  }
  /// Every byte that belongs to the segment, as received.
  [[nodiscard]] std::string_view raw(Segment const& segment) const& {
    return std::string_view(bytes).substr(segment.raw_begin, segment.raw_end - segment.raw_begin);
  }
  [[nodiscard]] SegmentView view(Segment const& segment, Delimiters delimiters) const& {
    return {text(segment), delimiters, segment.separators};
  }
  [[nodiscard]] Content content(Segment const& segment) const {
    if (!segment.folded) return {segment.begin, segment.end};
    return std::lower_bound(folds.begin(), folds.end(), segment.begin,
                            [](Fold const& fold, std::uint32_t begin) { return fold.copy < begin; })
        ->content;
  }
  /// Where the segment id is in the input.
  [[nodiscard]] std::uint64_t offset(Segment const& segment) const { return origin + content(segment).begin; }
};

}  // namespace scrub837
