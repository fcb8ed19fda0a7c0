#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scrub837/report.hpp"

namespace scrub837::test {

using Cells = std::vector<std::pair<Typed, std::string>>;

/// A worklist with texts typed into cells of one of its rows, as a spreadsheet would save it.
/// \param row from 0, below the header
[[nodiscard]] std::string with_typed(std::string const& worklist, std::size_t row, Cells const& cells);

/// A cell of a worklist. \param row from 0, below the header
[[nodiscard]] std::string cell_of(std::string const& worklist, std::size_t row, std::string_view column);

}  // namespace scrub837::test
