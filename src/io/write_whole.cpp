#include "src/io/write_whole.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <vector>

#include "src/io/errors.hpp"
#include "src/io/file_descriptor.hpp"
#include "src/io/system_calls.hpp"

namespace scrub837 {

void write_whole(std::filesystem::path const& path, std::string_view bytes) {
  auto const folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw EnvironmentError("cannot make the folder " + folder.string() + ": " + error.message());
  auto const temporary = folder / fmt::format(".{}.tmp", path.filename().string());
  FileDescriptor const file(
      ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
  if (!file) throw system_error("cannot write " + temporary.string());
  try {
    // The umask can only take away; an older file may have had more.
    if (system_calls.fchmod(file.get(), S_IRUSR | S_IWUSR) != 0)
      throw system_error("cannot set the permissions of " + temporary.string());
    write_at(file.get(), bytes, 0, temporary.string());
    if (system_calls.fsync(file.get()) != 0) throw system_error("cannot sync " + temporary.string());
    if (system_calls.rename(temporary.c_str(), path.c_str()) != 0)
      throw system_error("cannot rename to " + path.string());
  } catch (EnvironmentError const&) {
    ::unlink(temporary.c_str());
    throw;
  }
  FileDescriptor const synced(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!synced || system_calls.fsync(synced.get()) != 0) throw system_error("cannot sync " + folder.string());
}

std::string read_whole(std::filesystem::path const& path) {
  FileDescriptor const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) throw system_error("cannot read " + path.string());
  std::string bytes;
  std::vector<char> step(1U << 18U);
  for (;;) {
    auto const count = read_some(file.get(), step, path.string());
    bytes.append(step.data(), count);
    if (count < step.size()) return bytes;
  }
}

}  // namespace scrub837
