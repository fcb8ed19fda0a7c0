#include "src/io/write_whole.hpp"

#include <fmt/format.h>

#include <vector>

#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/replacement.hpp"

namespace scrub837 {
namespace {

std::filesystem::path temporary_of(std::filesystem::path const& path) {
  return path.parent_path() / fmt::format(".{}.tmp", path.filename().string());
}

std::filesystem::path folder_of(std::filesystem::path const& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

// Removes a temporary again, unless it has its final name. An error that led to this is the one that is told.
class Temporary {
 public:
  // Writes and syncs it.
  Temporary(std::filesystem::path path, std::string_view bytes) : path_(std::move(path)) {
    auto const file = open_file(path_, OpenMode::create_empty);
    try {
      make_private(file, path_);
      write_at(file.get(), bytes, 0, path_.string());
      sync_file(file, path_);
    } catch (EnvironmentError const&) {
      static_cast<void>(file_system().remove(path_));
      throw;
    }
  }
  Temporary(Temporary&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  Temporary& operator=(Temporary&&) = delete;
  Temporary(Temporary const&) = delete;
  Temporary& operator=(Temporary const&) = delete;
  ~Temporary() {
    if (!path_.empty()) static_cast<void>(file_system().remove(path_));
  }
  [[nodiscard]] std::filesystem::path const& path() const { return path_; }
  void is_renamed() { path_.clear(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

void write_whole(std::filesystem::path const& path, std::string_view bytes) {
  auto const folder = folder_of(path);
  make_folders(folder);
  Temporary temporary(temporary_of(path), bytes);
  rename_file(temporary.path(), path);
  temporary.is_renamed();
  sync_folder(folder);
}

void write_together(std::filesystem::path const& folder, std::span<FileContent const> files) {
  make_folders(folder);
  std::vector<Temporary> temporaries;
  for (auto const& file : files) {
    if (file.bytes) temporaries.emplace_back(temporary_of(folder / file.name), *file.bytes);
  }
  Replacement replacement;
  try {
    auto temporary = temporaries.begin();
    for (auto const& file : files) {
      auto const path = folder / file.name;
      replacement.remove(path, aside_of(path));
      if (!file.bytes) continue;
      replacement.place(temporary->path(), path);
      temporary->is_renamed();
      ++temporary;
    }
    sync_folder(folder);
  } catch (EnvironmentError const& error) {
    replacement.put_back(error);
  }
  replacement.keep();
  try {
    replacement.discard_earlier();
  } catch (EnvironmentError const& error) {
    throw EnvironmentError(
        fmt::format("{} is written, but {}", (folder / files.front().name).string(), error.what()));
  }
}

std::string read_whole(std::filesystem::path const& path) {
  return read_whole(open_file(path, OpenMode::read), path.string());
}

std::string read_whole(FileDescriptor const& file, std::string const& name) {
  std::string bytes;
  std::vector<char> step(1U << 18U);
  for (;;) {
    auto const count = read_some(file.get(), step, name);
    bytes.append(step.data(), count);
    if (count < step.size()) return bytes;
  }
}

}  // namespace scrub837
