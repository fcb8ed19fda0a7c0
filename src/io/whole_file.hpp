#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace scrub837 {

/// Writes a file that is there whole or not at all: a hidden temporary beside it (0600, synced) takes its
/// name. The folder is made if it is missing. Throws EnvironmentError.
void write_whole_file(std::filesystem::path const& path, std::string_view bytes);

/// All bytes of a file. Throws EnvironmentError.
[[nodiscard]] std::string read_whole_file(std::filesystem::path const& path);

}  // namespace scrub837
