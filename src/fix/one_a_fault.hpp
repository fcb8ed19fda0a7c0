#pragma once

#include <cstddef>
#include <span>

#include "scrub837/claim/loops.hpp"
#include "scrub837/finding.hpp"

namespace scrub837 {

/// Whether a finding has a fix that goes in before other rules look.
[[nodiscard]] bool is_first_fix(Finding const& finding);

/// Leaves one finding where several rules speak of the same fault.
/// \param first of the findings; \param segments and \param loops that they are about
void leave_one_a_fault(Findings& findings, std::size_t first, std::span<Segment const> segments,
                       std::span<Loop const> loops);

}  // namespace scrub837
