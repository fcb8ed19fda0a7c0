#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace scrub837::inbox {

/// Where a file goes that was taken.
struct Destination {
  std::filesystem::path folder;    ///< archive or quarantine
  std::filesystem::path relative;  ///< the file's name in the inbox; folders are kept
  std::string sha256 = {};         ///< of its content
  /// A killed run may have moved it already, in part: then a file of this content under its name is it.
  bool may_be_there = false;
};

/// Moves a file, for its owner alone (0600), so that it is always whole in at least one of both places: by
/// its name on the same disk, else as a copy that is synced before the file goes. A name that is taken gets
/// the first eight digits of the content's SHA-256 before its extension, and a number if that is taken too.
/// \return where it is now. Throws EnvironmentError
std::filesystem::path move_to(std::filesystem::path const& from, Destination const& to);

/// Where move_to() would move it.
[[nodiscard]] std::filesystem::path place_of(Destination const& to);

/// SHA-256 of a file's content. Throws EnvironmentError.
[[nodiscard]] std::string sha256_of_file(std::filesystem::path const& path);

/// `batch1.837` with a part before its extension: `batch1.1a2b3c4d.837`.
[[nodiscard]] std::string with_part(std::string const& name, std::string_view part);

}  // namespace scrub837::inbox
