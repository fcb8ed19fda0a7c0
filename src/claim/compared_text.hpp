#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// The text that a payer reads as the description of an unlisted line: a stub counts too, clock times are no
/// description, and the claim's note is not of the line. Empty without one. Only if has_service().
[[nodiscard]] std::string_view described_as(LineView const& line);

/// A hash of that text, the same for texts that differ only in case and blanks; nothing if there is none.
[[nodiscard]] std::optional<std::uint64_t> compared_text(LineView const& line);

}  // namespace scrub837
