#include "src/io/write_whole.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "src/io/errors.hpp"
#include "src/io/file_descriptor.hpp"

namespace scrub837 {

void write_whole(std::filesystem::path const& path, std::string_view bytes) {
  auto const temporary = path.parent_path() / fmt::format(".{}.tmp", path.filename().string());
  FileDescriptor const file(
      ::open(temporary.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!file) throw system_error("cannot write " + temporary.string());
  write_at(file.get(), bytes, 0, path.string());
  if (::fsync(file.get()) != 0) throw system_error("cannot write " + path.string());
  if (::rename(temporary.c_str(), path.c_str()) != 0) throw system_error("cannot write " + path.string());
}

}  // namespace scrub837
