#pragma once

#include <string>
#include <string_view>

#include "src/worklist/typed_edits.hpp"

namespace scrub837 {

/// Why a typed text can't be a prior authorization number; empty if it can.
/// Source: 005010X222A1, 2300 and 2400 REF*G1 REF02: AN 1..50.
[[nodiscard]] std::string fault_of_authorization(std::string_view number);

/// Why it is something else that is in its row: a date, an ID, the control number of a document; empty if
/// it isn't.
[[nodiscard]] std::string fault_of_authorization_in(FilledRow const& row, std::string_view number);

/// Puts a prior authorization number into REF*G1: of the claim (2300), or of the line (2400) where the claim
/// has another number. \param line index of the service line, or -1: the claim as a whole
void authorize(TypedEdits& result, std::string_view number, ClaimView const& claim, std::int32_t line);

}  // namespace scrub837
