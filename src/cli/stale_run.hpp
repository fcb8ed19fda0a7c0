#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "scrub837/scrub.hpp"

namespace scrub837::cli {

/// A run over one input replaces outputs that an earlier run over several has counted: its run.summary.json
/// goes, and what it names as it was written. Without such a run, or of other inputs, nothing goes. \return
/// what stays because it was changed since: answers may have been typed into it \throws EnvironmentError
std::vector<std::filesystem::path> withdraw_stale_run(std::filesystem::path const& out,
                                                      InputFile const& input);

/// Files of a folder of outputs, and of the folders below it, that are none of this run's; sorted.
/// \param suffix of their names: `.clean.837`. \param ours those of this run
[[nodiscard]] std::vector<std::string> outputs_of_earlier_runs(std::filesystem::path const& out,
                                                               std::string_view suffix,
                                                               std::vector<std::string> const& ours);

/// Whether the outputs of a rerun that stand beside a held file were made of another one with its name: the
/// claims of this one are not in them. \throws EnvironmentError
[[nodiscard]] bool is_of_another_file(std::filesystem::path const& held);

}  // namespace scrub837::cli
