#pragma once

#include <string>
#include <string_view>

#include "src/report_model/report_model.hpp"

namespace scrub837 {

/// A rule at an element, for a line on a screen: `error NAR001 narrative-missing at SV101-7`. \param show_phi
/// whether what is there may be a name
[[nodiscard]] std::string rule_at(Severity severity, Rule const& rule, std::string_view element,
                                  bool show_phi);

/// A root cause on one line. \param show_phi whether it may say whose it is, and what is there
[[nodiscard]] std::string cause_line(RootCause const& cause, bool show_phi);

}  // namespace scrub837
