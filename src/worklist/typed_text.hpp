#pragma once

#include <string>
#include <string_view>

#include "scrub837/report.hpp"

namespace scrub837 {

/// What a person typed into a cell without blanks, line ends and no-break spaces (U+00A0) around it.
[[nodiscard]] std::string_view trimmed_cell(std::string_view text);

/// The same in one line: a line break inside (Alt+Enter) is a blank, and between control numbers the
/// semicolon that parts them.
[[nodiscard]] std::string in_one_line(std::string_view text, Typed column);

/// Whether a spreadsheet may take the text for a formula. A dash before a letter is a dash.
[[nodiscard]] bool runs_as_formula(std::string_view text);

/// Whether three or more of one character are all of it: XXXX.
[[nodiscard]] bool repeats_one_character(std::string_view text);

/// With capitals for the small letters of ASCII.
[[nodiscard]] std::string in_capitals(std::string_view text);

}  // namespace scrub837
