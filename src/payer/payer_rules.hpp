#pragma once

#include "scrub837/rule.hpp"

namespace scrub837 {

/// Whether a payer profile can set a rule: the envelope is judged once for all payers of a file.
[[nodiscard]] inline bool is_of_claim(Rule const& rule) {
  return std::holds_alternative<LineCheck>(rule.check) || std::holds_alternative<UnlistedCheck>(rule.check) ||
         std::holds_alternative<RequirementCheck>(rule.check) ||
         std::holds_alternative<ClaimCheck>(rule.check) ||
         std::holds_alternative<SegmentRunCheck>(rule.check) ||
         std::holds_alternative<GuideCheck>(rule.check);
}

}  // namespace scrub837
