#pragma once

#include <sys/stat.h>
#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "src/io/file_descriptor.hpp"

namespace scrub837 {

/// How a file is opened. What is made is for its owner alone, and is never made through a link.
enum class OpenMode : std::uint8_t {
  read,          ///< an existing file, to read
  folder,        ///< an existing folder, to sync it
  create,        ///< to read and write; made if it is missing
  create_new,    ///< the same; fails with EEXIST if it is there
  create_empty,  ///< the same as create; what was in it is gone
};

/// Whether a lock that another run holds is waited for; else EWOULDBLOCK.
enum class LockWait : std::uint8_t { yes, no };

using FileStatus = struct stat;

/// A name in a folder. \see FileSystem::list
struct FolderEntry {
  enum class Type : std::uint8_t {
    file,
    folder,
    unknown,  ///< a link, a pipe, or not told by this disk: ask for its status
  };
  std::string name;
  Type type;
};

/// Every operation on the disk. The real one is POSIX; tests put one around it that logs operations and lets
/// any of them fail. Operations fail as system calls do: false, nothing or a negative count, and errno says
/// why. src/io/file_operations.hpp has the same as functions that throw EnvironmentError.
/// Files are closed by FileDescriptor alone: what must not be lost was synced before.
class FileSystem {
 public:
  using Path = std::filesystem::path;

  FileSystem() = default;
  FileSystem(FileSystem const&) = delete;
  FileSystem& operator=(FileSystem const&) = delete;
  virtual ~FileSystem() = default;

  [[nodiscard]] virtual FileDescriptor open(Path const& path, OpenMode mode) = 0;
  /// A file without a name in this folder, to read and write; it is gone when it is closed.
  [[nodiscard]] virtual FileDescriptor open_nameless(Path const& folder) = 0;

  [[nodiscard]] virtual ssize_t read(int file, std::span<char> into) = 0;
  [[nodiscard]] virtual ssize_t read_at(int file, std::span<char> into, std::uint64_t offset) = 0;
  [[nodiscard]] virtual ssize_t write_at(int file, std::string_view bytes, std::uint64_t offset) = 0;
  [[nodiscard]] virtual bool truncate(int file, std::uint64_t size) = 0;
  [[nodiscard]] virtual bool sync(int file) = 0;
  [[nodiscard]] virtual bool set_mode(int file, mode_t mode) = 0;
  [[nodiscard]] virtual bool lock(int file, LockWait wait) = 0;
  [[nodiscard]] virtual bool status_of_open(int file, FileStatus& status) = 0;

  /// Links are followed.
  [[nodiscard]] virtual bool status(Path const& path, FileStatus& status) = 0;
  /// Of the link itself, if it is one.
  [[nodiscard]] virtual bool status_of_link(Path const& path, FileStatus& status) = 0;
  [[nodiscard]] virtual bool rename(Path const& from, Path const& to) = 0;
  /// Removes a file, not a folder.
  [[nodiscard]] virtual bool remove(Path const& path) = 0;
  [[nodiscard]] virtual bool make_folder(Path const& path) = 0;
  /// Adds the entries of a folder, in no order. On failure those that could be read are there.
  [[nodiscard]] virtual bool list(Path const& folder, std::vector<FolderEntry>& entries) = 0;
  /// The absolute name without links, as far as the path exists.
  [[nodiscard]] virtual std::optional<Path> whole_name(Path const& path) = 0;

  // Hints, which may be without effect and don't fail.
  /// The file is read from its beginning to its end.
  virtual void expect_sequential_reading(int file) = 0;
  /// The disk may begin with what was written so far, so that a later sync is short.
  virtual void begin_writing_back(int file) = 0;
};

/// The one in use. It is one for the process, not passed along: inputs, outputs, settings, profiles, lists
/// and the index of repeated keys all use the disk, some below public functions, and nothing ever needs two.
[[nodiscard]] FileSystem& file_system();

/// For tests: uses another one as long as it lives. No other thread may be at work when it comes or goes.
class FileSystemInUse {
 public:
  explicit FileSystemInUse(FileSystem& used);
  ~FileSystemInUse();
  FileSystemInUse(FileSystemInUse const&) = delete;
  FileSystemInUse& operator=(FileSystemInUse const&) = delete;

 private:
  FileSystem* before_;
};

}  // namespace scrub837
