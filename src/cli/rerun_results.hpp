#pragma once

#include <ctime>
#include <filesystem>
#include <string>

#include "src/worklist/worklist_supplies.hpp"

namespace scrub837::cli {

/// A worklist as it was when the run began, whatever is done to the file meanwhile.
struct SavedWorklist {
  std::filesystem::path path;
  std::string bytes;
  std::time_t saved_at = 0;  ///< when a release was decided: the same in every run
};

/// Throws EnvironmentError.
[[nodiscard]] SavedWorklist read_saved(std::filesystem::path const& path);

/// Writes what became of each worklist row, `<worklist>.results.csv`; who let which claim out with its
/// errors, `<worklist>.releases.csv`; and the rows whose text went nowhere, `<worklist>.kept.csv`, a worklist
/// again: all of them, or none. \param sent_stays a ledger keeps what earlier reruns sent from being written
/// over, so that the releases of these are kept as well. Throws EnvironmentError. \return what could not be
/// told; empty if all could
[[nodiscard]] std::string write_results(std::filesystem::path const& out, SavedWorklist const& worklist,
                                        WorklistSupplies const& supplies, bool sent_stays);

/// Prints a line for each row that something was typed into, and their numbers. \param out folder of the
/// outputs
void print_rows(std::filesystem::path const& out, std::filesystem::path const& worklist,
                WorklistSupplies const& supplies);

}  // namespace scrub837::cli
