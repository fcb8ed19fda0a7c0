#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "scrub837/rule.hpp"
#include "src/guide/bound_guide.hpp"

namespace scrub837::guide {

/// A segment of a loop, or a loop within it, and the guide's position of it.
struct Entry {
  LoopId loop = LoopId::stray;  ///< stray: a segment of the loop itself
  std::uint32_t first = 0, last = 0;
  std::uint16_t position = 0;
  bool in_order = true;
  bool pinned = false;  ///< it stays where it is: what is behind it and belongs before it is out of order
  bool apart = false;   ///< a rule of its own says whether it is in order
};

/// An entry that is out of order.
struct Move {
  Entry entry;
  std::optional<std::uint32_t> behind =
      {};  ///< the segment that it belongs behind; nothing: before all others
};

/// What stands in a loop, in its order; what has no place there is left out.
/// \param on_tape the loop's index; \param loop where it begins and ends
[[nodiscard]] std::vector<Entry> entries_of(BoundGuide const& guide, SegmentRun const& run,
                                            std::size_t on_tape, Loop const& loop);

/// Index of the last segment of what the guide has before a position, or at it.
[[nodiscard]] std::uint32_t last_before(std::vector<Entry> const& entries, std::uint16_t position);

/// The fewest entries that would have to be moved so that the others are in order; the later ones, where
/// there is a choice. Marks them in `entries`.
[[nodiscard]] std::vector<Entry> out_of_order(std::vector<Entry>& entries);

/// What has to be moved, and where to: behind what is apart, where that stands there and belongs before it.
[[nodiscard]] std::vector<Move> moves_of(std::vector<Entry> const& entries);

/// Behind which segment an entry that is out of order belongs; nothing: before all others.
[[nodiscard]] std::optional<std::uint32_t> last_in_order_before(std::vector<Entry> const& entries,
                                                                Entry const& moved);

}  // namespace scrub837::guide
