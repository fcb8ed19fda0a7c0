#pragma once

#include <string_view>

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// The text that a payer reads as the description of an unlisted line: a stub counts too, clock times are no
/// description, and the claim's note is not of the line. Empty without one. Only if has_service().
[[nodiscard]] std::string_view described_as(LineView const& line);

}  // namespace scrub837
