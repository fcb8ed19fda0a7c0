#include "src/io/file_operations.hpp"

#include <cerrno>
#include <cstdlib>
#include <optional>

#include "src/io/errors.hpp"

namespace scrub837 {
namespace {

// Calls `read_once(bytes, done)` until all is read or the end is reached; interrupted calls are repeated.
template <typename ReadOnce>
std::size_t read_fully(std::span<char> into, std::string_view name, ReadOnce read_once) {
  std::size_t done = 0;
  while (done < into.size()) {
    auto const count = read_once(into.subspan(done), done);
    if (count < 0) {
      if (errno == EINTR) continue;
      throw system_error("cannot read " + std::string(name));
    }
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  return done;
}

std::filesystem::file_type file_type_of(mode_t mode) {
  using enum std::filesystem::file_type;
  if (S_ISREG(mode)) return regular;
  if (S_ISDIR(mode)) return directory;
  if (S_ISFIFO(mode)) return fifo;
  if (S_ISCHR(mode)) return character;
  if (S_ISBLK(mode)) return block;
  return S_ISSOCK(mode) ? socket : unknown;
}

// \return nothing if the name stands for nothing
std::optional<FileStatus> status_of(std::filesystem::path const& path) {
  FileStatus status{};
  if (file_system().status(path, status)) return status;
  if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
  throw system_error("cannot access " + path.string());
}

// \return false, and errno says why, if one of them can't be made
bool try_to_make_folders(std::filesystem::path const& folder) {
  if (folder.empty() || is_directory(look_at(folder))) return true;
  // `out/` is `out`, whose parent is another folder.
  if (!try_to_make_folders(folder.has_filename() ? folder.parent_path() : folder.parent_path().parent_path()))
    return false;
  if (file_system().make_folder(folder)) return true;
  int const reason = errno;
  // Another run may have been quicker; or a file has this name.
  if (reason == EEXIST && is_directory(look_at(folder))) return true;
  errno = reason == EEXIST ? ENOTDIR : reason;
  return false;
}

}  // namespace

FileDescriptor open_file(std::filesystem::path const& path, OpenMode mode) {
  auto file = file_system().open(path, mode);
  if (!file) throw system_error("cannot open " + path.string());
  return file;
}

FileDescriptor open_private_temporary() {
  auto const folder = temporary_folder();
  auto file = file_system().open_nameless(folder);
  if (!file) throw system_error("cannot create a temporary file in " + folder);
  return file;
}

std::string temporary_folder() {
  auto const* const set = std::getenv("TMPDIR");
  return set != nullptr && *set != '\0' ? set : "/tmp";
}

std::size_t read_some(int file, std::span<char> into, std::string_view name) {
  return read_fully(into, name,
                    [&](std::span<char> rest, std::size_t) { return file_system().read(file, rest); });
}

std::size_t read_some_at(int file, std::span<char> into, std::uint64_t offset, std::string_view name) {
  return read_fully(into, name, [&](std::span<char> rest, std::size_t done) {
    return file_system().read_at(file, rest, offset + done);
  });
}

void write_at(int file, std::string_view bytes, std::uint64_t offset, std::string_view name) {
  while (!bytes.empty()) {
    auto const count = file_system().write_at(file, bytes, offset);
    if (count < 0) {
      if (errno == EINTR) continue;
      throw system_error("cannot write " + std::string(name));
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
    offset += static_cast<std::uint64_t>(count);
  }
}

void truncate_file(int file, std::uint64_t size, std::string_view name) {
  if (!file_system().truncate(file, size)) throw system_error("cannot truncate " + std::string(name));
}

void sync_file(FileDescriptor const& file, std::filesystem::path const& name) {
  if (!file_system().sync(file.get())) throw system_error("cannot sync " + name.string());
}

void sync_folder(std::filesystem::path const& folder) {
  sync_file(open_file(folder, OpenMode::folder), folder);
}

void make_private(FileDescriptor const& file, std::filesystem::path const& name) {
  if (!file_system().set_mode(file.get(), S_IRUSR | S_IWUSR))
    throw system_error("cannot set the permissions of " + name.string());
}

std::filesystem::file_status look_at(std::filesystem::path const& path) {
  using std::filesystem::file_status;
  auto const status = status_of(path);
  return status ? file_status(file_type_of(status->st_mode))
                : file_status(std::filesystem::file_type::not_found);
}

std::uint64_t size_of(std::filesystem::path const& path) {
  auto const status = status_of(path);
  return status && S_ISREG(status->st_mode) ? static_cast<std::uint64_t>(status->st_size) : 0;
}

FileStatus look_at_open(FileDescriptor const& file, std::filesystem::path const& name) {
  FileStatus status{};
  if (!file_system().status_of_open(file.get(), status)) throw system_error("cannot access " + name.string());
  return status;
}

void rename_file(std::filesystem::path const& from, std::filesystem::path const& to) {
  if (!file_system().rename(from, to))
    throw system_error("cannot rename " + from.string() + " to " + to.string());
}

void remove_file(std::filesystem::path const& path) {
  if (!file_system().remove(path) && errno != ENOENT) throw system_error("cannot remove " + path.string());
}

void make_folders(std::filesystem::path const& folder) {
  if (!try_to_make_folders(folder)) throw system_error("cannot create the folder " + folder.string());
}

}  // namespace scrub837
