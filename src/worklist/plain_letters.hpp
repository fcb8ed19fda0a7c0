#pragma once

#include <string>
#include <string_view>

namespace scrub837 {

/// A typed text in the X12 character set: tidied, and letters with accents as the plain ones (N for Ñ).
/// Characters without a plain form stay.
[[nodiscard]] std::string plain_letters(std::string_view text);

/// Names the first character that is outside of the X12 character set: "U+4E2D (中)". Empty if there is none.
[[nodiscard]] std::string foreign_character(std::string_view text);

}  // namespace scrub837
