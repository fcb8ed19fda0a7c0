#pragma once

#include <optional>
#include <string_view>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/finding.hpp"

namespace scrub837 {

/// The notes of a line, NTE*TPO left out: the guide takes one of them (005010X222A1, 2400 NTE).
struct LineNotes {
  std::optional<std::uint32_t> blank;  ///< an NTE*ADD without text
  bool filled = false;                 ///< one with text, or of another type
};
[[nodiscard]] LineNotes line_notes(LineView const& line);

/// Puts a text into the line's empty NTE*ADD, or into a new one at its place. Only if none is filled.
[[nodiscard]] Edit note_edit(LineView const& line, LineNotes const& notes, std::string_view text);

/// The same at the claim, which must not have a note yet.
[[nodiscard]] Edit claim_note_edit(ClaimView const& claim, std::string_view text);

}  // namespace scrub837
