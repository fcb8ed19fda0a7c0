#pragma once

#include <string>

#include "tests/fuzz/grid.hpp"
#include "tests/fuzz/random.hpp"

namespace scrub837::test {

/// A word of letters that stands in no file, the same for the same number.
[[nodiscard]] std::string token(std::size_t number);

/// Types into the rows as a person would; row n gets token(n) into its narrative. Some rows stay empty.
void type_into(Grid& grid, Random& random);

/// Does to a worklist what spreadsheets and people do: keys swapped, columns shifted or sorted alone, zeros
/// lost, cells that look like formulas …
void mangle(Grid& grid, Random& random);

/// Damage to the bytes of the file.
void mangle_bytes(std::string& csv, Random& random);

}  // namespace scrub837::test
