#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace scrub837 {

/// Writes a file for its owner alone (0600): whole under its name, or not at all. The folder is made if it is
/// missing. Throws EnvironmentError.
void write_whole(std::filesystem::path const& path, std::string_view bytes);

/// All bytes of a file. Throws EnvironmentError.
[[nodiscard]] std::string read_whole(std::filesystem::path const& path);

}  // namespace scrub837
