#pragma once

#include <filesystem>
#include <vector>

namespace scrub837::cli {

struct CommonOptions;

/// Only the program itself enters the sandbox: main() says so. A test that runs a command in its own process
/// would not get out again.
void let_commands_enter_sandbox();

/// From here on the command reads claims: it enters the sandbox (src/sandbox/sandbox.hpp), where it writes
/// only below these folders and in the folder for temporary files. A folder that is not there yet is not
/// made: the nearest one above it stands in for it. An empty path is no folder. Where the kernel cannot
/// enforce it, the log says so. Before threads are started.
void confine(std::vector<std::filesystem::path> writable = {});
/// The same for a command without options of its own for the log: nothing of this is printed.
void confine_quietly();
/// The same, and the folder of the ledger if one is named.
void confine(CommonOptions const& common, std::vector<std::filesystem::path> writable = {});

/// All that the user gave is looked at: the folders are made, and only they may be written from now on.
void confine_further(CommonOptions const& common, std::vector<std::filesystem::path> writable);

/// The folder of a file that a command writes; empty if none is named.
[[nodiscard]] std::filesystem::path folder_of_output(std::filesystem::path const& file);

}  // namespace scrub837::cli
