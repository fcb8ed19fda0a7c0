#pragma once

#include <string>

#include "scrub837/rule.hpp"

namespace scrub837 {

/// Whose an element is, as rules of the guide say it: ` of the referring provider (2310A)`. Several parties
/// of a claim have an NPI or an address. Empty for what is no loop of the guide.
[[nodiscard]] std::string of_party(SegmentRun const& run, LoopId loop);

}  // namespace scrub837
