#include "src/inbox/file_moves.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <vector>

#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/named_output.hpp"
#include "src/io/sha256.hpp"

namespace scrub837::inbox {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t step = std::size_t{1} << 20U;
constexpr std::size_t digits_shown = 8;

template <typename Take>
void read_all(fs::path const& path, Take take) {
  auto const file = open_file(path, OpenMode::read);
  std::vector<char> bytes(step);
  while (auto const count = read_some(file.get(), bytes, path.string()))
    take(std::string_view(bytes.data(), count));
}

bool is_there_already(fs::path const& path, Destination const& to) {
  return to.may_be_there && is_regular_file(look_at(path)) && sha256_of_file(path) == to.sha256;
}

// A file that another user sent keeps its mode, and is in a folder that is private.
void make_private_if_owned(fs::path const& path) {
  constexpr mode_t owner_only = S_IRUSR | S_IWUSR;
  auto const file = open_file(path, OpenMode::read);
  if (!file_system().set_mode(file.get(), owner_only) && errno != EPERM)
    throw system_error("cannot set the permissions of " + path.string());
}

void copy_whole(fs::path const& from, fs::path const& to) {
  NamedOutput copied(to);
  read_all(from, [&](std::string_view bytes) { copied.sink().append(bytes); });
  copied.publish();
}

}  // namespace

// A name that is free, or that has the file already.
fs::path place_of(Destination const& to) {
  auto const folder = to.folder / to.relative.parent_path();
  auto const name = to.relative.filename().string();
  auto const digits = to.sha256.substr(0, digits_shown);
  for (unsigned tries = 0;; ++tries) {
    auto path = folder / (tries == 0   ? name
                          : tries == 1 ? with_part(name, digits)
                                       : with_part(name, fmt::format("{}-{}", digits, tries)));
    FileStatus status{};
    if (!file_system().status_of_link(path, status)) {
      if (errno == ENOENT || errno == ENOTDIR) return path;
      throw system_error("cannot access " + path.string());
    }
    if (is_there_already(path, to)) return path;
  }
}

std::string with_part(std::string const& name, std::string_view part) {
  fs::path const path = name;
  return fmt::format("{}.{}{}", path.stem().string(), part, path.extension().string());
}

std::string sha256_of_file(fs::path const& path) {
  Sha256 hash;
  read_all(path, [&](std::string_view bytes) { hash.update(bytes); });
  return hash.finish();
}

fs::path move_to(fs::path const& from, Destination const& to) {
  auto target = place_of(to);
  make_folders(target.parent_path());
  if (exists(look_at(target))) {
    remove_file(from);
  } else {
    make_private_if_owned(from);
    if (!file_system().rename(from, target)) {
      if (errno != EXDEV) throw system_error("cannot move " + from.string() + " to " + target.string());
      copy_whole(from, target);
      remove_file(from);
    }
  }
  sync_folder(target.parent_path());
  sync_folder(from.parent_path());
  return target;
}

}  // namespace scrub837::inbox
