#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "scrub837/claim/loops.hpp"
#include "scrub837/finding.hpp"
#include "scrub837/x12/delimiters.hpp"

namespace scrub837 {

/// Whether a finding has a fix that goes in before other rules look.
[[nodiscard]] bool is_first_fix(Finding const& finding);
/// Whether such a fix leaves out the separators at the end of a segment.
[[nodiscard]] bool trims_segment(Finding const& finding);

/// What findings are about.
struct FindingContext {
  std::span<Segment const> segments;
  std::span<Loop const> loops;
  std::string_view bytes;  ///< that the segments are in
  Delimiters delimiters;

  /// The number of a segment's last element.
  [[nodiscard]] std::uint8_t last_element(std::uint32_t segment) const;
};

/// Leaves one finding where several rules speak of the same fault. \param first of the findings
void leave_one_a_fault(Findings& findings, std::size_t first, FindingContext const& context);

/// Leaves out what only says that the input ends in the last of the segments.
void leave_out_cut_off(Findings& findings, FindingContext const& context);

}  // namespace scrub837
