#pragma once

#include <string_view>

namespace scrub837 {

/// A listed code that the words of a home visit's description may fit; empty if there is none. What the text
/// says was not done, or only compares with, does not count. Source: src/codes/specific_codes.txt.
/// \param text a narrative as received
/// \param day of the service, `20260914`; empty: any
[[nodiscard]] std::string_view code_for_words(std::string_view text, std::string_view day);

/// Whether a code is one of the listed home visits, which 99600 should not stand beside on one day.
[[nodiscard]] bool stands_beside_home_visits(std::string_view code);

/// When the list was last looked over, as `2026-11-23`.
[[nodiscard]] std::string_view specific_codes_date();

}  // namespace scrub837
