#pragma once

#include <filesystem>

namespace scrub837 {

/// Whether a file, or what is packed in it (gzip), begins with ISA behind an optional byte-order mark, blanks
/// and line ends. Only its first bytes are read. Throws EnvironmentError.
[[nodiscard]] bool begins_like_x12(std::filesystem::path const& path);

}  // namespace scrub837
