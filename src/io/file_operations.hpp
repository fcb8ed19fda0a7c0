#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "src/io/file_system.hpp"

namespace scrub837 {

// Operations of file_system() that have to succeed. Each throws EnvironmentError if it doesn't, with the
// operation, the file and the reason: `cannot sync out/night.clean.837: No space left on device`.

[[nodiscard]] FileDescriptor open_file(std::filesystem::path const& path, OpenMode mode);
/// A private file without a name in temporary_folder(), gone when it is closed.
[[nodiscard]] FileDescriptor open_private_temporary();
/// `$TMPDIR`, else `/tmp`.
[[nodiscard]] std::string temporary_folder();

/// Reads up to `into.size()` bytes; fewer only at the end.
std::size_t read_some(int file, std::span<char> into, std::string_view name);
/// The same at an offset, without moving the file's position.
std::size_t read_some_at(int file, std::span<char> into, std::uint64_t offset, std::string_view name);
/// Writes all bytes at an offset.
void write_at(int file, std::string_view bytes, std::uint64_t offset, std::string_view name);
void truncate_file(int file, std::uint64_t size, std::string_view name);
void sync_file(FileDescriptor const& file, std::filesystem::path const& name);
/// Names that were made, changed or removed in it are on the disk then.
void sync_folder(std::filesystem::path const& folder);
/// 0600: the umask can only take away, and an older file may have had more.
void make_private(FileDescriptor const& file, std::filesystem::path const& name);

/// What a name stands for, links followed; `not_found` if it stands for nothing. Throws where that can't be
/// known: a folder on the way may not be entered.
[[nodiscard]] std::filesystem::file_status look_at(std::filesystem::path const& path);
/// Bytes of a file; 0 of what is none.
[[nodiscard]] std::uint64_t size_of(std::filesystem::path const& path);
/// What an open file is.
[[nodiscard]] FileStatus look_at_open(FileDescriptor const& file, std::filesystem::path const& name);

void rename_file(std::filesystem::path const& from, std::filesystem::path const& to);
/// One that isn't there is removed already.
void remove_file(std::filesystem::path const& path);
/// Makes a folder, and those above it, where they are missing.
void make_folders(std::filesystem::path const& folder);

}  // namespace scrub837
