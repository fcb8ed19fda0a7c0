#pragma once

#include <span>

#include "src/narrative/text_tokens.hpp"

namespace scrub837 {

/// Whether nothing but names can be next to the clock times of a text: 0900-1130 JANE DOE RN. Names aren't
/// known, so what may be work is taken for work.
/// \param pieces of a text with clock times
/// \param enough_letters whether the text has the letters of a narrative; then only what looks like one name
///        is taken for a name
[[nodiscard]] bool names_only_beside_times(std::span<TextPiece const> pieces, bool enough_letters);

}  // namespace scrub837
