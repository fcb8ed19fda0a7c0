#pragma once

#include <string>

#include "scrub837/code_lists.hpp"

namespace scrub837 {

/// Reads the code list at `path`, in whatever encoding a spreadsheet saved it. Throws CodeListError, and
/// EnvironmentError if it can't be read.
[[nodiscard]] CodeList load_code_list(std::string const& path);

}  // namespace scrub837
