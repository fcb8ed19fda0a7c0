#pragma once

#include <optional>
#include <string_view>

#include "scrub837/code_lists.hpp"

namespace scrub837 {

/// Reads a code list that is a table (CSV with commas, semicolons or tabs), known by the names of its
/// columns; titles may stand above them. \return nothing if it is none
[[nodiscard]] std::optional<CodeList> read_code_table(std::string_view text);

}  // namespace scrub837
