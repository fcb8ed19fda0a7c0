#pragma once

#include <string>
#include <string_view>

namespace scrub837 {

/// What a person typed into a cell without blanks, line ends and no-break spaces (U+00A0) around it.
[[nodiscard]] std::string_view trimmed_cell(std::string_view text);

/// With capitals for the small letters of ASCII.
[[nodiscard]] std::string in_capitals(std::string_view text);

}  // namespace scrub837
