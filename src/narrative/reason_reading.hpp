#pragma once

#include <cstdint>
#include <string_view>

namespace scrub837 {

/// What a person typed as the reason for which a claim goes out with its errors.
enum class ReasonReading : std::uint8_t {
  reason,
  wait,     ///< the claim is not to go out yet: ON HOLD, ASK KELLY, NO NUMBER YET
  gone,     ///< it is not to go out at all: VOID, DUPLICATE, CORRECTED IN BILLING SYSTEM
  nothing,  ///< no word of it tells why or who decided: X, NN, NURSING NOTES
};

/// Reads a reason of either case with reasons.txt and vocabulary.txt. What speaks against the release counts
/// more than what speaks for it.
[[nodiscard]] ReasonReading read_reason(std::string_view text);

}  // namespace scrub837
