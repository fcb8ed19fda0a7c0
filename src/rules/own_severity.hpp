#pragma once

#include <algorithm>

#include "scrub837/rule.hpp"

namespace scrub837 {

/// A finding of a rule of errors that is only a warning, unless less was set for the rule.
[[nodiscard]] inline Severity only_warning(Reporter const& report) {
  return std::min(report.severity(), Severity::warning);
}

}  // namespace scrub837
