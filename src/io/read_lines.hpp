#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

namespace scrub837 {

/// Calls `take` with each line of a file, without its line end (LF). Memory is that of the longest line.
/// Throws EnvironmentError.
void read_lines(std::filesystem::path const& path, std::function<void(std::string_view)> const& take);

}  // namespace scrub837
