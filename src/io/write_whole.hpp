#pragma once

#include <filesystem>
#include <string_view>

namespace scrub837 {

/// Writes a file for its owner alone (0600): whole under its name, or not at all. Throws EnvironmentError.
void write_whole(std::filesystem::path const& path, std::string_view bytes);

}  // namespace scrub837
