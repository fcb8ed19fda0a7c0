#pragma once

#include <cstdint>

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// DTP03 of DTP*472 as it appears; a range of one day is that day. Empty without one. Only if has_service().
[[nodiscard]] std::string_view service_days(LineView const& line);

/// A hash of what a line bills, as payers compare lines: its days, code, modifiers and charge, not its
/// description. 0 if the line has no code or no day. Only if has_service().
[[nodiscard]] std::uint64_t billed_service(LineView const& line);

}  // namespace scrub837
