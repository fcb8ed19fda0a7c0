#include "src/io/publisher.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/io/errors.hpp"
#include "src/io/system_calls.hpp"

namespace scrub837 {
namespace {

void remove_if_there(std::filesystem::path const& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) throw system_error("cannot remove " + path.string());
}

void rename_over(std::filesystem::path const& from, std::filesystem::path const& to) {
  if (system_calls.rename(from.c_str(), to.c_str()) != 0)
    throw system_error("cannot rename to " + to.string());
}

void sync(FileDescriptor const& file, std::filesystem::path const& path) {
  if (!file || system_calls.fsync(file.get()) != 0) throw system_error("cannot sync " + path.string());
}

// \return nothing if it can't be opened; errno says why
FileDescriptor open_hidden(std::filesystem::path const& path, int flags) {
  return FileDescriptor(
      ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | flags, S_IRUSR | S_IWUSR));
}

// The umask can only take away; an older file may have had more.
void make_private(FileDescriptor const& file, std::filesystem::path const& path) {
  if (system_calls.fchmod(file.get(), S_IRUSR | S_IWUSR) != 0)
    throw system_error("cannot set the permissions of " + path.string());
}

// Takes the lock of the outputs whose summary's temporary is `path`. An error leaves no file that wasn't
// there.
FileDescriptor lock(std::filesystem::path const& path, std::filesystem::path const& summary) {
  for (;;) {
    auto file = open_hidden(path, O_EXCL);
    bool const made = static_cast<bool>(file);
    if (!made && errno == EEXIST) file = open_hidden(path, 0);
    if (!file) throw system_error("cannot write " + path.string());
    if (system_calls.flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
      if (errno == EWOULDBLOCK) throw EnvironmentError("another run is writing " + summary.string());
      auto const error = system_error("cannot lock " + path.string());
      if (made) ::unlink(path.c_str());
      throw error;
    }
    // It is renamed when a run ends, so look again that it is the one.
    struct stat held {};
    struct stat named {};
    if (::fstat(file.get(), &held) != 0) throw system_error("cannot look at " + path.string());
    if (::stat(path.c_str(), &named) == 0) {
      if (held.st_ino == named.st_ino && held.st_dev == named.st_dev) return file;
    } else if (errno != ENOENT) {
      throw system_error("cannot look at " + path.string());
    }
  }
}

}  // namespace

Publisher::Publisher(std::filesystem::path folder, std::string base)
    : folder_(std::move(folder)), base_(std::move(base)) {
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error) throw EnvironmentError("cannot make the folder " + folder_.string() + ": " + error.message());
  auto const path = temporary_of(summary_suffix);
  lock_ = lock(path, path_of(summary_suffix));
  try {
    make_private(lock_, path);
    if (system_calls.ftruncate(lock_.get(), 0) != 0) throw system_error("cannot truncate " + path.string());
  } catch (EnvironmentError const&) {
    ::unlink(path.c_str());
    throw;
  }
}

Publisher::~Publisher() {
  if (published_) return;
  for (auto const& suffix : opened_) ::unlink(temporary_of(suffix).c_str());
  ::unlink(temporary_of(summary_suffix).c_str());
}

std::filesystem::path Publisher::temporary_of(std::string_view suffix) const {
  return folder_ / ("." + base_ + std::string(suffix) + ".tmp");
}

FileDescriptor Publisher::open_temporary(std::string_view suffix) {
  auto const path = temporary_of(suffix);
  auto file = open_hidden(path, O_TRUNC);
  if (!file) throw system_error("cannot write " + path.string());
  opened_.emplace_back(suffix);
  make_private(file, path);
  return file;
}

void Publisher::sync_folder() const {
  FileDescriptor const folder(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  sync(folder, folder_);
}

void Publisher::publish(std::vector<std::string> const& written, std::vector<std::string> const& absent,
                        std::string_view summary) {
  write_at(lock_.get(), summary, 0, path_of(summary_suffix).string());
  sync(lock_, path_of(summary_suffix));
  for (auto const& suffix : written) {
    FileDescriptor const file(::open(temporary_of(suffix).c_str(), O_RDONLY | O_CLOEXEC));
    sync(file, path_of(suffix));
  }
  // While an older file is open its blocks are not freed: for a large one that takes longer than all of the
  // rest, and meanwhile no summary would stand there.
  std::vector<FileDescriptor> older;
  older.reserve(written.size());
  for (auto const& suffix : written) {
    older.emplace_back(::open(path_of(suffix).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  }
  remove_if_there(path_of(summary_suffix));
  if (!replaced_.empty()) remove_if_there(folder_ / (replaced_ + std::string(summary_suffix)));
  sync_folder();
  for (auto const& suffix : written) rename_over(temporary_of(suffix), path_of(suffix));
  for (auto const& suffix : absent) {
    remove_if_there(path_of(suffix));
    remove_if_there(temporary_of(suffix));
  }
  for (auto const* const suffixes : {&written, &absent}) {
    if (replaced_.empty()) break;
    for (auto const& suffix : *suffixes) remove_if_there(folder_ / (replaced_ + suffix));
  }
  sync_folder();
  rename_over(temporary_of(summary_suffix), path_of(summary_suffix));
  sync_folder();
  published_ = true;
}

}  // namespace scrub837
