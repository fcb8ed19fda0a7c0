#include "tests/support/fake_file_system.hpp"

#include <array>
#include <cerrno>

namespace scrub837::test {

std::string_view name_of(Operation operation) {
  constexpr std::array<std::string_view, operation_count> names{
      "open", "read", "write",    "sync",        "rename", "remove",    "status",
      "lock", "mode", "truncate", "make_folder", "list",   "whole_name"};
  return names[static_cast<std::size_t>(operation)];
}

void FakeFileSystem::fail(Operation operation, std::size_t first, std::size_t last, int error) {
  failing_ = operation;
  first_ = first;
  last_ = last;
  error_ = error;
}

// Notes an operation. \return false, and errno is set, if it shall fail
bool FakeFileSystem::may(Operation operation, Path const& path) {
  std::lock_guard const lock(mutex_);
  calls_.push_back({operation, path});
  auto const number = ++counts_[static_cast<std::size_t>(operation)];
  if (failing_ != operation || number < first_ || number > last_) return true;
  failed_ = calls_.back();
  errno = error_;
  return false;
}

bool FakeFileSystem::may(Operation operation, int file) {
  Path path;
  {
    std::lock_guard const lock(mutex_);
    path = open_[file];
  }
  return may(operation, path);
}

FileDescriptor FakeFileSystem::noted(FileDescriptor file, Path const& path) {
  std::lock_guard const lock(mutex_);
  int const error = errno;
  if (file) open_[file.get()] = path;
  errno = error;
  return file;
}

FileDescriptor FakeFileSystem::open(Path const& path, OpenMode mode) {
  if (!may(Operation::open, path)) return {};
  return noted(real_.open(path, mode), path);
}

FileDescriptor FakeFileSystem::open_nameless(Path const& folder) {
  if (!may(Operation::open, folder)) return {};
  return noted(real_.open_nameless(folder), folder);
}

ssize_t FakeFileSystem::read(int file, std::span<char> into) {
  return may(Operation::read, file) ? real_.read(file, into) : -1;
}

ssize_t FakeFileSystem::read_at(int file, std::span<char> into, std::uint64_t offset) {
  return may(Operation::read, file) ? real_.read_at(file, into, offset) : -1;
}

ssize_t FakeFileSystem::write_at(int file, std::string_view bytes, std::uint64_t offset) {
  return may(Operation::write, file) ? real_.write_at(file, bytes, offset) : -1;
}

bool FakeFileSystem::truncate(int file, std::uint64_t size) {
  return may(Operation::truncate, file) && real_.truncate(file, size);
}

bool FakeFileSystem::sync(int file) { return may(Operation::sync, file) && real_.sync(file); }

bool FakeFileSystem::set_mode(int file, mode_t mode) {
  return may(Operation::mode, file) && real_.set_mode(file, mode);
}

bool FakeFileSystem::lock(int file, LockWait wait) {
  return may(Operation::lock, file) && real_.lock(file, wait);
}

bool FakeFileSystem::status_of_open(int file, FileStatus& status) {
  return may(Operation::status, file) && real_.status_of_open(file, status);
}

bool FakeFileSystem::status(Path const& path, FileStatus& status) {
  return may(Operation::status, path) && real_.status(path, status);
}

bool FakeFileSystem::status_of_link(Path const& path, FileStatus& status) {
  return may(Operation::status, path) && real_.status_of_link(path, status);
}

bool FakeFileSystem::rename(Path const& from, Path const& to) {
  return may(Operation::rename, from) && real_.rename(from, to);
}

bool FakeFileSystem::remove(Path const& path) { return may(Operation::remove, path) && real_.remove(path); }

bool FakeFileSystem::make_folder(Path const& path) {
  return may(Operation::make_folder, path) && real_.make_folder(path);
}

bool FakeFileSystem::list(Path const& folder, std::vector<FolderEntry>& entries) {
  return may(Operation::list, folder) && real_.list(folder, entries);
}

std::optional<FileSystem::Path> FakeFileSystem::whole_name(Path const& path) {
  if (!may(Operation::whole_name, path)) return std::nullopt;
  return real_.whole_name(path);
}

}  // namespace scrub837::test
