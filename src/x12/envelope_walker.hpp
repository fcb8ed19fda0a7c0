#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "src/x12/block.hpp"
#include "src/x12/level_contents.hpp"

namespace scrub837 {

/// The code of a hierarchical level as its depth: 0 for HL03 20, 1 for 22, 2 for 23, 3 for any other.
[[nodiscard]] int rank_of(std::string_view code);

/// An open hierarchical level, as received.
struct OpenLevel {
  bool open = false;
  std::string number;         ///< HL01
  std::string child_flag;     ///< HL04
  std::string text;           ///< its HL
  std::uint64_t ordinal = 0;  ///< from 1 in its set
  std::uint64_t offset = 0;
  std::uint64_t segment_number = 0;
};

/// Where we are in an interchange: follows its sets and hierarchical levels, unit by unit. Whoever has to
/// know the levels above a claim asks this.
class EnvelopeWalker {
 public:
  static constexpr std::size_t ranks = 4;
  enum class Keep : std::uint8_t {
    ranks,  ///< which levels are open
    texts,  ///< what is in them, too
  };
  /// What a unit begins or ends.
  enum class Step : std::uint8_t { set, level, claim, outside };

  explicit EnvelopeWalker(Keep keep) : keep_(keep) {}

  /// Goes on to the next unit: an envelope segment, HL or CLM with what is after it.
  Step step(Block const& block, std::span<Segment const> unit, Delimiters const& delimiters);
  /// The same, for those who decide themselves what the unit is.
  void open_set();
  /// \param offset of the HL in the input; \param segment_number of it, from ST = 1
  OpenLevel const& open_level(Block const& block, std::span<Segment const> unit, Delimiters const& delimiters,
                              std::uint64_t offset, std::uint64_t segment_number);
  /// Closes levels of this rank and deeper.
  void close_levels(int rank);
  /// What follows is in no set.
  void leave_set() { in_set_ = false; }

  [[nodiscard]] bool in_set() const { return in_set_; }
  [[nodiscard]] bool is_open(int rank) const { return level(rank).open; }
  [[nodiscard]] OpenLevel const& level(int rank) const { return levels_[static_cast<std::size_t>(rank)]; }
  /// Of the level that a claim would be in; none: there is none.
  [[nodiscard]] std::optional<int> innermost() const;
  /// Levels of the open set so far.
  [[nodiscard]] std::uint64_t level_count() const { return level_count_; }
  [[nodiscard]] LevelContents const& contents() const { return contents_; }

 private:
  Keep keep_;
  bool in_set_ = false;
  std::uint64_t level_count_ = 0;
  std::array<OpenLevel, ranks> levels_;
  LevelContents contents_;
};

}  // namespace scrub837
