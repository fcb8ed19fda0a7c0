#pragma once

#include <filesystem>

#include "src/worklist/worklist_supplies.hpp"

namespace scrub837::cli {

/// Writes what became of each worklist row, `<worklist>.results.csv`; who let which claim out with its
/// errors,
/// `<worklist>.releases.csv`; and the rows whose text went nowhere, `<worklist>.kept.csv`, a worklist again.
/// Throws EnvironmentError. \return what could not be told; empty if all could
[[nodiscard]] std::string write_results(std::filesystem::path const& out,
                                        std::filesystem::path const& worklist,
                                        WorklistSupplies const& supplies);

/// Prints a line for each row that something was typed into, and their numbers.
void print_rows(std::filesystem::path const& worklist, WorklistSupplies const& supplies);

}  // namespace scrub837::cli
