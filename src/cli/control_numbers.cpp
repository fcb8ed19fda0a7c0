#include "src/cli/control_numbers.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <functional>

#include "src/io/file_descriptor.hpp"

namespace scrub837::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest = 999'999'999;

fs::path state_file() {
  auto const of = [](char const* name) {
    auto const* const value = std::getenv(name);
    return value == nullptr ? fs::path{} : fs::path(value);
  };
  auto folder = of("XDG_STATE_HOME");
  if (folder.empty()) {
    folder = of("HOME");
    if (folder.empty()) return {};
    folder /= ".local/state";
  }
  folder /= "scrub837";
  std::error_code error;
  fs::create_directories(folder, error);
  return error ? fs::path{} : folder / "control-number";
}

// Changes the number in the file while no other run looks at it. \param change takes what stands there (0:
// none)
void with_number(fs::path const& path, std::function<std::uint64_t(std::uint64_t)> const& change) {
  if (path.empty()) return;
  FileDescriptor const file(
      ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
  if (!file || ::flock(file.get(), LOCK_EX) != 0) return;
  std::array<char, 16> text{};
  auto const count = std::max<ssize_t>(::pread(file.get(), text.data(), text.size(), 0), 0);
  std::uint64_t stands = 0;
  std::from_chars(text.data(), text.data() + count, stands);
  auto const next = std::to_string(change(stands)) + "\n";
  if (::ftruncate(file.get(), 0) == 0) static_cast<void>(::pwrite(file.get(), next.data(), next.size(), 0));
}

}  // namespace

ReservedNumbers::ReservedNumbers(std::uint64_t time, std::uint64_t count)
    : path_(state_file()), first_(time), end_(time + count) {
  with_number(path_, [&](std::uint64_t next) {
    if (next > first_ && next + count <= largest) first_ = next;
    return end_ = first_ + count;
  });
}

void ReservedNumbers::took(std::uint64_t count) const {
  with_number(path_, [&](std::uint64_t next) { return next == end_ ? first_ + count : next; });
}

}  // namespace scrub837::cli
