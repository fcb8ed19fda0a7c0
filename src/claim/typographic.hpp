#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// Bytes of the character that a text begins with: of a sequence of UTF-8, or 1 if there is none.
/// \param text not empty
[[nodiscard]] std::size_t character_length(std::string_view text);

/// Whether tidied() could change the text: cheap, and true too often rather than too seldom.
[[nodiscard]] bool may_be_untidy(std::string_view text);

/// Tidied text: no blank at the ends or doubled, control characters as blanks, typographic characters
/// (quotes, dashes, fractions, arrows, signs, blanks of other widths; UTF-8 and Windows-1252) as their plain
/// twins. Never makes a delimiter of the file. Letters of other languages stay, as does what has no plain
/// twin.
[[nodiscard]] std::string tidied(std::string_view text, Delimiters const& delimiters);

}  // namespace scrub837
