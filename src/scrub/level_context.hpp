#pragma once

#include "scrub837/rule.hpp"

namespace scrub837 {

/// Keeps what the header of a set says for the levels below it: BHT04, BHT06.
void note_header(SegmentRun const& header, Inherited& above);

/// Keeps what a level says for those below it, and forgets what is said by levels of its rank and deeper.
/// \param rank 0 billing provider, 1 subscriber, 2 patient
void note_level(SegmentRun const& level, int rank, Inherited& above);

}  // namespace scrub837
