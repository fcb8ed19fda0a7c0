#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "scrub837/claim/loops.hpp"
#include "scrub837/x12/segment.hpp"
#include "src/guide/glance_table.hpp"
#include "src/guide/table.hpp"
#include "src/guide/tag_table.hpp"

namespace scrub837 {
class Settings;
}

namespace scrub837::guide {

/// A guide of the 837P compiled to arrays, by the loops and segments that the reader tells apart.
class BoundGuide {
 public:
  /// A use of a segment, as the check needs it.
  struct Use {
    SegmentUse const* row = nullptr;
    std::span<ElementUse const> elements;
    Kind kind = Kind::unknown;
    std::uint16_t position = 0;
    std::uint16_t repeat = 1;  ///< 0: without limit
    std::uint8_t in_loop = 0;  ///< its number among the loop's uses
    bool forbidden = false;
    bool by_tag = false;  ///< what a token knows of its first element tells whether it is this use
    std::vector<Tag> const* tags = nullptr;  ///< by_tag: one of these
    std::uint8_t last_required = 0;          ///< number of the last element that is required
    GlanceTable glance;
  };
  /// A loop within another one.
  struct Child {
    LoopId loop = LoopId::stray;
    LoopUse const* row = nullptr;
    std::uint16_t position = 0, repeat = 1;
  };
  struct LoopGuide {
    std::vector<Use> uses;            ///< in the order of the guide
    std::uint64_t required_uses = 0;  ///< bit n: uses[n]
    std::vector<Child> children;      ///< those that a stretch has together with it
    std::uint64_t required_children = 0;
    bool party = false;  ///< it begins with NM1
  };

  /// \param table of an 837P; what it has that the reader doesn't know is left out
  explicit BoundGuide(Table table);

  [[nodiscard]] Table const& table() const { return *table_; }
  [[nodiscard]] LoopGuide const& loop(LoopId id) const { return loops_[static_cast<std::size_t>(id)]; }
  /// The uses of a kind in a loop, side by side.
  [[nodiscard]] std::span<Use const> uses(LoopId id, Kind kind) const {
    auto const& range = by_kind_[static_cast<std::size_t>(id)][static_cast<std::size_t>(kind)];
    return std::span(loop(id).uses).subspan(range.first, range.count);
  }
  /// The use of a token, told by its kind alone or by its tag; null: that takes a look at its elements.
  [[nodiscard]] Use const* known_use(LoopId id, Segment const& token) const {
    auto const& range = by_kind_[static_cast<std::size_t>(id)][static_cast<std::size_t>(token.kind)];
    auto const& uses = loop(id).uses;
    if (range.count == 1) return &uses[range.first];
    auto const in_loop =
        range.tags == TagTable::no_table ? TagTable::none : tag_tables_[range.tags].find(token.qualifier);
    return in_loop == TagTable::none ? nullptr : &uses[in_loop];
  }
  /// Number of a loop among the children of another; none: it is no child of it.
  [[nodiscard]] std::uint8_t child_number(LoopId parent, LoopId child) const {
    return child_numbers_[static_cast<std::size_t>(parent)][static_cast<std::size_t>(child)];
  }
  static constexpr std::uint8_t no_child = 0xFF;
  /// Whether a use of this kind in a loop has the code on the list of its element.
  [[nodiscard]] bool takes(LoopId id, Kind kind, std::uint8_t element, std::string_view code) const;
  /// The codes on those lists.
  [[nodiscard]] std::vector<std::string_view> codes(LoopId id, Kind kind, std::uint8_t element) const;
  /// How many claims one subscriber or patient may have; 0: without limit.
  [[nodiscard]] std::uint16_t most_claims() const;
  /// That of a segment of the envelope: ISA, GS, ST, SE, GE, IEA; null: the guide has none.
  [[nodiscard]] Use const* envelope(Kind kind) const;

 private:
  struct Range {
    std::uint8_t first = 0, count = 0;
    std::uint8_t tags = TagTable::no_table;  // in tag_tables_
  };
  static constexpr auto loop_count = static_cast<std::size_t>(LoopId::count_);
  static constexpr auto kind_count = static_cast<std::size_t>(Kind::count_);

  void add_uses(LoopId id, std::string_view name);
  void add_tags(LoopId id);
  void add_children(LoopId id, std::string_view name);

  std::shared_ptr<Table const> table_;
  std::array<LoopGuide, loop_count> loops_;
  std::array<std::array<Range, kind_count>, loop_count> by_kind_{};
  std::vector<TagTable> tag_tables_;
  std::array<std::array<std::uint8_t, loop_count>, loop_count> child_numbers_;
  LoopGuide envelope_;
};

/// The guide that scrub837 comes with: 005010X222A1.
[[nodiscard]] std::shared_ptr<BoundGuide const> const& shipped_guide();
/// The guide of a run.
[[nodiscard]] BoundGuide const& guide_of(Settings const& settings);

}  // namespace scrub837::guide
