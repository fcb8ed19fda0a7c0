#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "src/io/file_descriptor.hpp"

namespace scrub837 {

/// Writes a file for its owner alone (0600): whole under its name, or not at all. The folder is made if it is
/// missing. Throws EnvironmentError.
void write_whole(std::filesystem::path const& path, std::string_view bytes);

/// A file of several that are written together.
struct FileContent {
  std::string name;
  std::optional<std::string> bytes;  ///< nothing: there is no such file, and an earlier one goes
};

/// The same for several files of a folder: all of them, or none and the earlier ones stay.
/// \throws EnvironmentError: none is written, unless it says that they are
void write_together(std::filesystem::path const& folder, std::span<FileContent const> files);

/// All bytes of a file, or of an open one from where it is. Throws EnvironmentError.
[[nodiscard]] std::string read_whole(std::filesystem::path const& path);
[[nodiscard]] std::string read_whole(FileDescriptor const& file, std::string const& name);

}  // namespace scrub837
