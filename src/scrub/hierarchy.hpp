#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scrub837/rule.hpp"
#include "src/scrub/unplaceable_levels.hpp"
#include "src/x12/envelope_walker.hpp"

namespace scrub837 {

/// What is found out about an open level.
struct LevelVerdict {
  bool blocked = false;               ///< an error in it, or its uncertain place, holds the claims below
  bool place_known = true;            ///< it is clear which level it is under
  std::vector<std::string> released;  ///< keys of the rows by which errors of the level were released
  std::vector<std::string> typed;     ///< keys of the rows whose values are written into the level
  /// Its segments with these values, as in LevelContents; nothing: it is as received.
  std::optional<std::string> corrected;
  std::uint64_t claims = 0, held = 0, children = 0;
  std::uint64_t own_claims = 0;         ///< claims of the level itself, not of those below
  bool has_uncertain_children = false;  ///< a level below may be its child
};

/// The hierarchical levels of the open set, and what is known of their places: of which provider, subscriber
/// and patient a claim is.
class Hierarchy {
 public:
  /// Which faults are judged.
  struct Judged {
    bool places = true;   ///< what does not belong where it is (ENV010)
    bool numbers = true;  ///< HL01, HL02 and HL04 (ENV011)
  };
  Hierarchy() = default;
  explicit Hierarchy(Judged judged) : judged_(judged) {}

  void begin_set();
  /// A level begins; those of its rank and deeper were closed. \return its rank
  int open(Block const& block, std::span<Segment const> unit, Delimiters const& delimiters,
           std::uint64_t offset, std::uint64_t segment_number);
  /// What the checks of HL are told of the level that was opened last; none: it can't be placed, and that was
  /// said of it or of the level above.
  [[nodiscard]] std::optional<HierarchyView> place(SegmentView hl, int rank);
  /// Its place is judged: counts it among the children of its parent.
  void settle(SegmentView hl, int rank);
  /// Below a level whose HL was lost nothing has a sure place, up to a level of its rank that is whole.
  void follow_lost(std::span<Segment const> unit, int rank);
  /// An error of the level that was opened last was released: levels that only it makes unplaceable are.
  void release_unplaceable(std::size_t since, std::vector<std::string> const& keys);
  [[nodiscard]] std::size_t unplaceable_count() const { return unplaceable_.size(); }
  /// The level of this rank ends.
  void close(int rank) { walker_.close_levels(rank); }
  /// The HL of a level of this rank was lost in what is in the innermost level: what follows is a guess.
  void lose(int rank);

  [[nodiscard]] bool is_open(int rank) const { return walker_.is_open(rank); }
  [[nodiscard]] bool any_open() const { return innermost().has_value(); }
  /// The rank of the innermost open level.
  [[nodiscard]] std::optional<int> innermost() const { return walker_.innermost(); }
  [[nodiscard]] OpenLevel const& level(int rank) const { return walker_.level(rank); }
  [[nodiscard]] LevelVerdict& verdict(int rank) { return verdicts_[static_cast<std::size_t>(rank)]; }
  [[nodiscard]] LevelVerdict const& verdict(int rank) const {
    return verdicts_[static_cast<std::size_t>(rank)];
  }
  /// Whether a level up to this rank holds what is below.
  [[nodiscard]] bool is_blocked(int rank) const;
  [[nodiscard]] Judged judged() const { return judged_; }
  [[nodiscard]] LevelContents const& contents() const { return walker_.contents(); }
  /// The open levels with what a person typed into them, each segment with the terminator behind it; nothing
  /// if all are as received.
  [[nodiscard]] std::optional<std::string> corrected_levels(char terminator) const;

 private:
  [[nodiscard]] bool goes_on(std::optional<std::uint64_t> number, std::uint64_t ordinal);
  [[nodiscard]] bool place_below(HierarchyView& seen, std::optional<std::uint64_t> number, int rank);

  Judged judged_;
  EnvelopeWalker walker_{EnvelopeWalker::Keep::texts};
  std::array<LevelVerdict, EnvelopeWalker::ranks> verdicts_;
  LevelNumbers numbers_;
  std::optional<std::uint64_t> last_, before_last_;  ///< HL01 of the last two levels, as received
  UnplaceableLevels unplaceable_;
  NumberGaps gaps_;           ///< numbers that HL01 skips
  std::optional<int> lost_;   ///< rank of a level whose HL was lost
  std::string right_number_;  ///< of the parent whose HL01 is no number
};

/// The rank of the level whose HL was lost where this stands in a claim; none: it tells of no level.
[[nodiscard]] std::optional<int> rank_lost_before(std::span<Segment const> claim, std::size_t position);

}  // namespace scrub837
