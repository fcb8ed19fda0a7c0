#include "src/io/publisher.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/io/errors.hpp"

namespace scrub837 {
namespace {

void remove_if_there(std::filesystem::path const& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) throw system_error("cannot remove " + path.string());
}

void rename_over(std::filesystem::path const& from, std::filesystem::path const& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) throw system_error("cannot rename to " + to.string());
}

FileDescriptor create(std::filesystem::path const& path, int flags) {
  FileDescriptor file(
      ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | flags, S_IRUSR | S_IWUSR));
  if (!file) throw system_error("cannot write " + path.string());
  // The umask can only take away; an older file may have had more.
  if (::fchmod(file.get(), S_IRUSR | S_IWUSR) != 0) throw system_error("cannot protect " + path.string());
  return file;
}

}  // namespace

Publisher::Publisher(std::filesystem::path folder, std::string base)
    : folder_(std::move(folder)), base_(std::move(base)) {
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error) throw EnvironmentError("cannot make the folder " + folder_.string() + ": " + error.message());
  // The summary's temporary is the lock. It is renamed when a run ends, so look again that it is the one.
  auto const path = temporary_of(summary_suffix);
  for (;;) {
    lock_ = create(path, 0);
    if (::flock(lock_.get(), LOCK_EX | LOCK_NB) != 0) {
      throw EnvironmentError("another run is writing " + path_of(summary_suffix).string());
    }
    struct stat held {};
    struct stat named {};
    if (::fstat(lock_.get(), &held) == 0 && ::stat(path.c_str(), &named) == 0 && held.st_ino == named.st_ino)
      break;
  }
  if (::ftruncate(lock_.get(), 0) != 0) throw system_error("cannot write " + path.string());
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
  auto file = create(temporary_of(suffix), O_TRUNC);
  opened_.emplace_back(suffix);
  return file;
}

void Publisher::sync_folder() const {
  FileDescriptor const folder(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder || ::fsync(folder.get()) != 0) throw system_error("cannot sync " + folder_.string());
}

void Publisher::publish(std::vector<std::string> const& written, std::vector<std::string> const& absent,
                        std::string_view summary) {
  write_at(lock_.get(), summary, 0, path_of(summary_suffix).string());
  if (::fsync(lock_.get()) != 0) throw system_error("cannot sync " + path_of(summary_suffix).string());
  for (auto const& suffix : written) {
    FileDescriptor const file(::open(temporary_of(suffix).c_str(), O_RDONLY | O_CLOEXEC));
    if (!file || ::fsync(file.get()) != 0) throw system_error("cannot sync " + path_of(suffix).string());
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
