#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "src/io/file_system.hpp"

namespace scrub837::test {

enum class Operation : std::uint8_t {
  open,
  read,
  write,
  sync,
  rename,
  remove,
  status,
  lock,
  mode,
  truncate,
  make_folder,
  list,
  whole_name,
};
constexpr std::size_t operation_count = static_cast<std::size_t>(Operation::whole_name) + 1;

[[nodiscard]] std::string_view name_of(Operation operation);

/// Does what the real one does, notes each operation, and lets those fail that it is told to.
class FakeFileSystem final : public FileSystem {
 public:
  struct Call {
    Operation operation;
    Path path;  ///< of a rename: the old name
  };

  FakeFileSystem() : real_(file_system()) {}

  /// The n-th operation of this kind (from 1) fails with `error`.
  void fail(Operation operation, std::size_t nth, int error) { fail(operation, nth, nth, error); }
  /// That one and all that follow.
  void fail_from(Operation operation, std::size_t nth, int error) {
    fail(operation, nth, std::numeric_limits<std::size_t>::max(), error);
  }
  [[nodiscard]] std::vector<Call> const& calls() const { return calls_; }
  [[nodiscard]] std::size_t count(Operation operation) const {
    return counts_[static_cast<std::size_t>(operation)];
  }
  /// What failed last.
  [[nodiscard]] std::optional<Call> const& failed() const { return failed_; }

  FileDescriptor open(Path const& path, OpenMode mode) override;
  FileDescriptor open_nameless(Path const& folder) override;
  ssize_t read(int file, std::span<char> into) override;
  ssize_t read_at(int file, std::span<char> into, std::uint64_t offset) override;
  ssize_t write_at(int file, std::string_view bytes, std::uint64_t offset) override;
  bool truncate(int file, std::uint64_t size) override;
  bool sync(int file) override;
  bool set_mode(int file, mode_t mode) override;
  bool lock(int file, LockWait wait) override;
  bool status_of_open(int file, FileStatus& status) override;
  bool status(Path const& path, FileStatus& status) override;
  bool status_of_link(Path const& path, FileStatus& status) override;
  bool rename(Path const& from, Path const& to) override;
  bool remove(Path const& path) override;
  bool make_folder(Path const& path) override;
  bool list(Path const& folder, std::vector<FolderEntry>& entries) override;
  std::optional<Path> whole_name(Path const& path) override;
  void expect_sequential_reading(int file) override { real_.expect_sequential_reading(file); }
  void begin_writing_back(int file) override { real_.begin_writing_back(file); }

 private:
  void fail(Operation operation, std::size_t first, std::size_t last, int error);
  bool may(Operation operation, Path const& path);
  bool may(Operation operation, int file);
  FileDescriptor noted(FileDescriptor file, Path const& path);

  FileSystem& real_;
  std::mutex mutex_;  // writing and hashing have threads of their own
  std::vector<Call> calls_;
  std::array<std::size_t, operation_count> counts_{};
  std::map<int, Path> open_;
  std::optional<Operation> failing_;
  std::size_t first_ = 0, last_ = 0;
  int error_ = 0;
  std::optional<Call> failed_;
};

}  // namespace scrub837::test
