#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "src/worklist/filled_row.hpp"

namespace scrub837 {

struct WorklistFile {
  std::vector<FilledRow> rows;
  std::vector<std::string> problems;
};

/// Reads a worklist as Excel and LibreOffice save it. Throws nothing for bad content: problems in words, with
/// row number and column, never with the text that is there.
[[nodiscard]] WorklistFile read_worklist(std::string bytes);

/// The rows of a worklist with the given numbers, as a worklist of their own: every cell as it is
/// there. \param numbers sorted
[[nodiscard]] std::string rows_kept(std::string bytes, std::span<std::size_t const> numbers);

}  // namespace scrub837
