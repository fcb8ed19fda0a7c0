#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "scrub837/claim/claim_view.hpp"
#include "src/worklist/typed_edits.hpp"

namespace scrub837 {

/// Why a code is refused that no new PWK can have. Certificates of medical necessity have others (PWK*CT in
/// 2400).
inline constexpr std::string_view wrong_way =
    "attachment_transmission must be AA, BM, EL, EM, FT or FX (PWK02).";

/// The control numbers that a row gives: several are with semicolons between, one for each indicator that
/// waits. Borrowed from the row; empty if none was typed.
[[nodiscard]] std::vector<std::string_view> typed_numbers(FilledRow const& row);

/// Puts a row's attachment into the claim: an indicator that waits for its number gets it (several numbers:
/// one each, in the order of the indicators), else a new one is made in the guide's place.
/// \param line index of the service line, or -1: the claim as a whole
/// Source: 005010X222A1, 2300 and 2400 PWK01, PWK02, PWK05, PWK06.
void announce_typed(TypedEdits& result, FilledRow const& row, ClaimView const& claim, std::int32_t line);

}  // namespace scrub837
