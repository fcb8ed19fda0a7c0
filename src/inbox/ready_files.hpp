#pragma once

#include <cstdint>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "src/io/file_system.hpp"

namespace scrub837::inbox {

/// A file of the inbox that a pass takes.
struct ReadyFile {
  std::filesystem::path path;         ///< with the inbox
  std::filesystem::path relative;     ///< from the inbox
  std::filesystem::path marker = {};  ///< the marker beside it; empty: none is asked for
  FileStatus status = {};
};

/// When a file is taken.
struct Readiness {
  std::int64_t min_age = 60;  ///< seconds since its last change; not looked at where there is a marker
  std::string marker;         ///< suffix of the marker that must stand beside it; empty: none
};

/// What is in an inbox.
struct InboxContents {
  std::vector<ReadyFile> ready;      ///< in the order in which they came
  std::uint64_t young = 0;           ///< left for the next pass: they may still be written
  std::uint64_t without_marker = 0;  ///< left until their marker comes
  std::vector<std::string> refused;  ///< what is no file of the inbox: links, pipes, devices
  std::vector<std::string> unread;   ///< folders and files that cannot be looked at, and why
};

/// Looks at the files of an inbox and its folders. Hidden files and folders, markers, and files of which a
/// part is still to come (`.part`, `.filepart`) are passed over; links are not followed.
[[nodiscard]] InboxContents look_into(std::filesystem::path const& inbox, Readiness const& readiness,
                                      std::time_t now);

/// Whether a file is still the one that was looked at: the same file of the same size and date.
/// Throws EnvironmentError.
[[nodiscard]] bool is_unchanged(ReadyFile const& file);

}  // namespace scrub837::inbox
