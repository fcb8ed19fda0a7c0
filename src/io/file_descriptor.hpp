#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <utility>

namespace scrub837 {

/// Owns a POSIX file descriptor.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int number) : number_(number) {}
  FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  FileDescriptor(FileDescriptor const&) = delete;
  FileDescriptor& operator=(FileDescriptor const&) = delete;
  ~FileDescriptor();

  [[nodiscard]] int get() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

/// Reads up to `into.size()` bytes; fewer only at the end. Throws EnvironmentError.
std::size_t read_some(int number, std::span<char> into, std::string_view name);
/// The same at an offset, without moving the file's position.
std::size_t read_some_at(int number, std::span<char> into, std::uint64_t offset, std::string_view name);
/// Writes all bytes at an offset. Throws EnvironmentError.
void write_at(int number, std::string_view bytes, std::uint64_t offset, std::string_view name);
/// Lets the disk begin with what was written so far, so that a later sync is short. Only a hint.
void begin_writing_back(int number);
/// A private file without a name, in the folder for temporary files; gone when closed.
[[nodiscard]] FileDescriptor open_private_temporary();

}  // namespace scrub837
