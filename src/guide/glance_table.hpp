#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "src/guide/table.hpp"

namespace scrub837::guide {

/// What one look tells of an element or component: its use in the guide, made short.
struct GlanceElement {
  enum class How : std::uint8_t {
    unsure,   ///< it takes more than a look, or is not used
    plain,    ///< text of a length
    coded,    ///< one of `tags`
    dated,    ///< a date in the form that another element says
    digits,   ///< a number without point
    decimal,  ///< a number that may have a point
    date,
    time,
    composite
  };

  How how = How::unsure;
  std::uint8_t min = 0, max = 0;        ///< bytes
  std::uint8_t decimals = 0;            ///< at most
  std::uint8_t format_in = 0;           ///< of How::dated
  std::uint8_t parts = 0;               ///< of How::composite
  std::uint8_t last_required_part = 0;  ///< its number; 0: none is required
  bool required = false;
  bool listed = false;           ///< its codes stand in a list outside of the guide
  std::uint16_t first_part = 0;  ///< in GlanceTable::elements
  std::span<Tag const> tags;
};

/// A syntax note, its elements as bits: bit n is element n. What the use has no element for is left out.
struct GlanceNote {
  char kind = 'P';  ///< as in SyntaxNote
  std::uint64_t elements = 0, first = 0;

  /// \param filled the elements that are there
  [[nodiscard]] bool holds(std::uint64_t filled) const {
    auto const all = filled & elements;
    bool const begun = (filled & first) != 0;
    switch (kind) {
      case 'P':
        return all == 0 || all == elements;
      case 'R':
        return all != 0;
      case 'E':
        return (all & (all - 1)) == 0;
      case 'C':
        return !begun || all == elements;
      case 'L':
        return !begun || all != first;
      default:
        return false;
    }
  }
};

/// A use of a segment, for is_right_at_a_glance().
struct GlanceTable {
  std::vector<GlanceElement> elements;  ///< of the segment, and behind them the components
  std::uint8_t count = 0;               ///< of the segment's own
  std::uint64_t required = 0;           ///< bit n: element n is required
  std::vector<GlanceNote> notes;
};

/// \param table outlives what is made of it
[[nodiscard]] GlanceTable glance_of(Table const& table, SegmentUse const& use);

}  // namespace scrub837::guide
