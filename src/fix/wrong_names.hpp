#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "scrub837/claim/loops.hpp"
#include "scrub837/finding.hpp"

namespace scrub837 {

/// Whether it says that the first element of a segment, which says what the segment is, is wrong.
[[nodiscard]] bool names_wrongly(Finding const& finding);

/// The loops that segments with a wrong name are in.
class WrongNames {
 public:
  WrongNames(std::span<Finding const> findings, std::span<Segment const> segments,
             std::span<Loop const> loops);
  /// Whether a segment of the kind that is missing is there, with a wrong name.
  [[nodiscard]] bool include(Finding const& finding) const;

 private:
  static constexpr std::uint32_t nowhere = 0xFFFFFFFF;

  void place_segments(std::size_t count);

  std::span<Loop const> loops_;
  std::vector<std::uint32_t> innermost_;             // loop of each segment
  std::vector<std::uint32_t> parents_;               // of each loop
  std::vector<std::array<std::uint64_t, 3>> kinds_;  // of each loop, by severity
};

}  // namespace scrub837
