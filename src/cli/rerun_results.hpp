#pragma once

#include <filesystem>

#include "src/worklist/worklist_supplies.hpp"

namespace scrub837::cli {

/// Writes what became of each worklist row, `<worklist>.results.csv`, and who let which claim out with its
/// errors, `<worklist>.releases.csv`. Throws EnvironmentError.
void write_results(std::filesystem::path const& out, std::filesystem::path const& worklist,
                   WorklistFile const& file, WorklistSupplies const& supplies);

/// Prints a line for each row that something was typed into, and their numbers.
void print_rows(WorklistFile const& file, WorklistSupplies const& supplies);

}  // namespace scrub837::cli
