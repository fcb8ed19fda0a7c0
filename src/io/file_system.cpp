#include "src/io/file_system.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace scrub837 {
namespace {

constexpr mode_t owner_only = S_IRUSR | S_IWUSR;

int flags_of(OpenMode mode) {
  constexpr int made = O_RDWR | O_CREAT | O_NOFOLLOW;
  switch (mode) {
    case OpenMode::read:
      return O_RDONLY;
    case OpenMode::folder:
      return O_RDONLY | O_DIRECTORY;
    case OpenMode::create:
      return made;
    case OpenMode::create_new:
      return made | O_EXCL;
    case OpenMode::create_empty:
      return made | O_TRUNC;
  }
  return O_RDONLY;
}

FolderEntry::Type entry_type(dirent const& entry) {
  if (entry.d_type == DT_REG) return FolderEntry::Type::file;
  return entry.d_type == DT_DIR ? FolderEntry::Type::folder : FolderEntry::Type::unknown;
}

class PosixFileSystem final : public FileSystem {
 public:
  FileDescriptor open(Path const& path, OpenMode mode) override {
    return FileDescriptor(::open(path.c_str(), flags_of(mode) | O_CLOEXEC, owner_only));
  }

  FileDescriptor open_nameless(Path const& folder) override {
    FileDescriptor file(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, owner_only));
    if (file) return file;
    // Some file systems have no O_TMPFILE.
    auto name = (folder / "scrub837-XXXXXX").string();
    file = FileDescriptor(::mkostemp(name.data(), O_CLOEXEC));
    if (file && ::unlink(name.c_str()) != 0) return {};
    return file;
  }

  ssize_t read(int file, std::span<char> into) override { return ::read(file, into.data(), into.size()); }

  ssize_t read_at(int file, std::span<char> into, std::uint64_t offset) override {
    return ::pread(file, into.data(), into.size(), static_cast<off_t>(offset));
  }

  ssize_t write_at(int file, std::string_view bytes, std::uint64_t offset) override {
    return ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(offset));
  }

  bool truncate(int file, std::uint64_t size) override {
    return ::ftruncate(file, static_cast<off_t>(size)) == 0;
  }

  bool sync(int file) override { return ::fsync(file) == 0; }

  bool set_mode(int file, mode_t mode) override { return ::fchmod(file, mode) == 0; }

  bool lock(int file, LockWait wait) override {
    return ::flock(file, wait == LockWait::yes ? LOCK_EX : LOCK_EX | LOCK_NB) == 0;
  }

  bool status_of_open(int file, FileStatus& status) override { return ::fstat(file, &status) == 0; }

  bool status(Path const& path, FileStatus& status) override { return ::stat(path.c_str(), &status) == 0; }

  bool status_of_link(Path const& path, FileStatus& status) override {
    return ::lstat(path.c_str(), &status) == 0;
  }

  bool rename(Path const& from, Path const& to) override {
    return std::rename(from.c_str(), to.c_str()) == 0;
  }

  bool remove(Path const& path) override { return ::unlink(path.c_str()) == 0; }

  bool make_folder(Path const& path) override {
    return ::mkdir(path.c_str(), S_IRWXU | S_IRWXG | S_IRWXO) == 0;
  }

  bool list(Path const& folder, std::vector<FolderEntry>& entries) override {
    std::unique_ptr<DIR, int (*)(DIR*)> const open(::opendir(folder.c_str()), ::closedir);
    if (!open) return false;
    for (;;) {
      errno = 0;
      auto const* const entry = ::readdir(open.get());
      if (entry == nullptr) return errno == 0;
      std::string_view const name = entry->d_name;
      if (name != "." && name != "..") entries.push_back({std::string(name), entry_type(*entry)});
    }
  }

  std::optional<Path> whole_name(Path const& path) override {
    std::error_code error;
    auto name = std::filesystem::weakly_canonical(path, error);
    if (!error) return name;
    errno = error.value();
    return std::nullopt;
  }

  void expect_sequential_reading(int file) override { ::posix_fadvise(file, 0, 0, POSIX_FADV_SEQUENTIAL); }

  void begin_writing_back(int file) override { ::sync_file_range(file, 0, 0, SYNC_FILE_RANGE_WRITE); }
};

FileSystem*& used_now() {
  static PosixFileSystem posix;
  static FileSystem* now = &posix;
  return now;
}

}  // namespace

FileSystem& file_system() { return *used_now(); }

FileSystemInUse::FileSystemInUse(FileSystem& used) : before_(used_now()) { used_now() = &used; }

FileSystemInUse::~FileSystemInUse() { used_now() = before_; }

}  // namespace scrub837
