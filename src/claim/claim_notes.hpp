#pragma once

#include <optional>
#include <string_view>

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// The claim's notes (2300 NTE) are read for every line that nothing describes, and what they tell depends on
/// the line's code alone: so each is read once a code. The guide takes one; of more the first hundred count.
constexpr std::size_t max_claim_notes = 100;

/// The first usable NTE*ADD of the claim, as the narrative of lines with a code.
[[nodiscard]] std::optional<NarrativeState> usable_claim_note(ClaimView const& claim, std::string_view code);

/// Whether a note of the claim of that type (NTE01) is usable.
[[nodiscard]] bool claim_note_describes(ClaimView const& claim, std::string_view code, std::string_view type);

/// Whether a note of the claim names a procedure code beside this one.
[[nodiscard]] bool claim_note_cites_code(ClaimView const& claim, std::string_view code);

}  // namespace scrub837
