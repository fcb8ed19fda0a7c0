#include "src/io/file_descriptor.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "src/io/errors.hpp"

namespace scrub837 {

FileDescriptor::~FileDescriptor() {
  if (number_ >= 0) ::close(number_);
}

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

}  // namespace

std::size_t read_some(int number, std::span<char> into, std::string_view name) {
  return read_fully(into, name, [&](std::span<char> rest, std::size_t) {
    return ::read(number, rest.data(), rest.size());
  });
}

std::size_t read_some_at(int number, std::span<char> into, std::uint64_t offset, std::string_view name) {
  return read_fully(into, name, [&](std::span<char> rest, std::size_t done) {
    return ::pread(number, rest.data(), rest.size(), static_cast<off_t>(offset + done));
  });
}

void write_at(int number, std::string_view bytes, std::uint64_t offset, std::string_view name) {
  while (!bytes.empty()) {
    auto const count = ::pwrite(number, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (count < 0) {
      if (errno == EINTR) continue;
      throw system_error("cannot write " + std::string(name));
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
    offset += static_cast<std::uint64_t>(count);
  }
}

void begin_writing_back(int number) { ::sync_file_range(number, 0, 0, SYNC_FILE_RANGE_WRITE); }

FileDescriptor open_private_temporary() {
  auto const* set = std::getenv("TMPDIR");
  std::string const folder = set != nullptr && *set != '\0' ? set : "/tmp";
  FileDescriptor file(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (file) return file;
  // Some file systems have no O_TMPFILE.
  auto name = folder + "/scrub837-XXXXXX";
  file = FileDescriptor(::mkostemp(name.data(), O_CLOEXEC));
  if (!file) throw system_error("cannot make a temporary file in " + folder);
  ::unlink(name.c_str());
  return file;
}

}  // namespace scrub837
