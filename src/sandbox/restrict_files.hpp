#pragma once

#include <filesystem>
#include <span>

namespace scrub837 {

/// Writing, creating, renaming and removing only below these folders (Landlock), for this thread and those
/// that it starts. \return whether the kernel does so
[[nodiscard]] bool restrict_files(std::span<std::filesystem::path const> writable);

}  // namespace scrub837
