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

/// Whether a program has read the text in another encoding than it was written in, and nobody can tell for
/// certain what it said: the replacement character U+FFFD, or UTF-8 taken for Latin-1 or Windows-1252 and
/// written as UTF-8 again (two strange characters in the place of one with an accent or a curly quote). Bytes
/// of Latin-1 alone are no such text.
[[nodiscard]] bool is_garbled(std::string_view text);

/// The text with plain letters of ASCII for Latin letters with accents (UTF-8, or Latin-1 where the bytes are
/// no UTF-8); everything else stays. For what a person types; what a claim holds keeps its accents.
[[nodiscard]] std::string without_accents(std::string_view text);

}  // namespace scrub837
