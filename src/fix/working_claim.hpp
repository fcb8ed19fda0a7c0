#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/rule.hpp"
#include "src/x12/block.hpp"

namespace scrub837 {

/// A segment without the separators at the end of it, or of an element of it. \param place element 0: the
/// segment
[[nodiscard]] std::string without_trailing(std::string_view segment, Delimiters const& delimiters,
                                           Place place);

/// A claim's segments as text that can be edited and judged again. Each segment remembers which segment of
/// the input it comes from.
class WorkingClaim {
 public:
  struct Line {
    std::string text;
    std::uint32_t origin = 0;  ///< index of the segment it comes from, or that it was put behind
    bool inserted = false;
  };

  WorkingClaim(Block const& block, std::span<Segment const> segments, Delimiters delimiters);

  /// Of segments above the claims, or of a claim.
  explicit WorkingClaim(SegmentRun const& stretch);

  /// The claim with edits applied. \return nothing if an edit can't be written with these delimiters
  [[nodiscard]] std::optional<WorkingClaim> with(std::span<Edit const* const> edits) const;

  [[nodiscard]] ClaimView view(Inherited const& inherited, Settings const& settings) const {
    return {*block_, segments_, loops_, delimiters_, inherited, settings};
  }
  /// The same for checks of segments above the claims. \param received the segments as received, with what
  /// is known of where they stand
  [[nodiscard]] SegmentRun run(SegmentRun received = {}) const {
    received.segments = segments_;
    received.loops = loops_;
    received.bytes = block_->bytes;
    received.delimiters = delimiters_;
    return received;
  }
  [[nodiscard]] std::vector<Line> const& lines() const { return lines_; }
  [[nodiscard]] Delimiters const& delimiters() const { return delimiters_; }

 private:
  WorkingClaim(std::vector<Line> lines, Delimiters delimiters);
  void index();

  std::vector<Line> lines_;
  Delimiters delimiters_;
  std::shared_ptr<Block> block_;  ///< shared, so that copies are cheap; never changed
  std::vector<Segment> segments_;
  LoopSpans loops_;
};

/// The text at a place: an element, or one repetition or component of it. Empty if it is not there.
[[nodiscard]] std::string_view part_at(SegmentView segment, Place place);

/// The text of a segment with one element, or one repetition or component of it, replaced. \return nothing if
/// the file has no separator for it
[[nodiscard]] std::optional<std::string> with_element(std::string_view segment, Delimiters const& delimiters,
                                                      Place place, std::string_view value);

}  // namespace scrub837
