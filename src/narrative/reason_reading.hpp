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

/// What a reason is given for.
enum class ReasonFor : std::uint8_t {
  release,        ///< a claim goes out with its errors
  sending_again,  ///< a claim that went out goes out once more: REJECTED BY CLEARINGHOUSE is a reason
};

/// Reads a reason of either case with reasons.txt (for sending again, resend_reasons.txt before it) and
/// vocabulary.txt. What speaks against the release counts
/// more than what speaks for it.
[[nodiscard]] ReasonReading read_reason(std::string_view text, ReasonFor what = ReasonFor::release);

}  // namespace scrub837
