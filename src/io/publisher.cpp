#include "src/io/publisher.hpp"

#include <fmt/format.h>

#include <array>
#include <functional>
#include <optional>

#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/replacement.hpp"

namespace scrub837 {
namespace {

// While something else failed already: that is what is told.
void try_to_remove(std::filesystem::path const& path) { static_cast<void>(file_system().remove(path)); }

std::filesystem::path lock_of(std::filesystem::path const& folder, std::string const& base) {
  return folder / ("." + base + ".lock");
}

// Whether the open file still has this name: a run takes its lock's file away when it ends.
bool is_named(FileDescriptor const& file, std::filesystem::path const& path) {
  auto const held = look_at_open(file, path);
  FileStatus named{};
  if (file_system().status(path, named)) return held.st_ino == named.st_ino && held.st_dev == named.st_dev;
  if (errno == ENOENT) return false;
  throw system_error("cannot access " + path.string());
}

// \return nothing if the file went away meanwhile
std::optional<FileDescriptor> try_to_lock(std::filesystem::path const& path,
                                          std::filesystem::path const& summary) {
  auto file = file_system().open(path, OpenMode::create_new);
  bool const made = static_cast<bool>(file);
  if (!made && errno == EEXIST) file = file_system().open(path, OpenMode::create);
  if (!file) throw system_error("cannot open " + path.string());
  bool mine = made;
  try {
    if (!file_system().lock(file.get(), LockWait::no)) {
      if (errno == EWOULDBLOCK) {
        mine = false;
        throw EnvironmentError("another run is writing " + summary.string());
      }
      throw system_error("cannot lock " + path.string());
    }
    if (!is_named(file, path)) return std::nullopt;
    mine = true;
    make_private(file, path);
  } catch (EnvironmentError const&) {
    if (mine) try_to_remove(path);
    throw;
  }
  return file;
}

FileDescriptor lock(std::filesystem::path const& path, std::filesystem::path const& summary) {
  for (;;) {
    if (auto file = try_to_lock(path, summary)) return std::move(*file);
  }
}

}  // namespace

Publisher::Publisher(std::filesystem::path folder, std::string base)
    : folder_(std::move(folder)), base_(std::move(base)) {
  make_folders(folder_);
  lock_ = lock(lock_path(), path_of(summary_suffix));
}

Publisher::~Publisher() {
  for (auto const& suffix : opened_) try_to_remove(temporary_of(suffix));
  if (lock_) try_to_remove(lock_path());
}

std::filesystem::path Publisher::temporary_of(std::string_view suffix) const {
  return folder_ / ("." + base_ + std::string(suffix) + ".tmp");
}

std::filesystem::path Publisher::lock_path() const { return lock_of(folder_, base_); }

FileDescriptor Publisher::open_temporary(std::string_view suffix) {
  auto const path = temporary_of(suffix);
  auto file = open_file(path, OpenMode::create_empty);
  opened_.emplace_back(suffix);
  make_private(file, path);
  return file;
}

// What an earlier run wrote under the other base. It waits under a name of this base, where the next run
// finds it if this one is killed.
void Publisher::replace_other(Replacement& replacement, std::string_view suffix) const {
  auto const aside = folder_ / ("." + base_ + std::string(suffix) + ".other.old");
  if (replaced_.empty()) return remove_file(aside);
  replacement.remove(folder_ / (replaced_ + std::string(suffix)), aside);
}

void Publisher::replace(Replacement& replacement, std::vector<std::string> const& written,
                        std::vector<std::string> const& absent) const {
  auto const summary = path_of(summary_suffix);
  replacement.remove(summary, aside_of(summary));
  replace_other(replacement, summary_suffix);
  sync_folder(folder_);
  for (auto const& suffix : written) {
    auto const path = path_of(suffix);
    replacement.remove(path, aside_of(path));
    replacement.place(temporary_of(suffix), path);
  }
  for (auto const& suffix : absent) {
    auto const path = path_of(suffix);
    replacement.remove(path, aside_of(path));
    remove_file(temporary_of(suffix));
  }
  for (auto const* const suffixes : {&written, &absent}) {
    for (auto const& suffix : *suffixes) replace_other(replacement, suffix);
  }
  sync_folder(folder_);
  replacement.place(temporary_of(summary_suffix), summary);
}

void Publisher::sync(std::vector<std::string> const& written) const {
  for (auto const& suffix : written)
    sync_file(open_file(temporary_of(suffix), OpenMode::read), path_of(suffix));
}

std::string Publisher::publish(std::vector<std::string> const& written,
                               std::vector<std::string> const& absent, std::string_view summary) {
  auto const name = path_of(summary_suffix);
  {
    auto const file = open_temporary(summary_suffix);
    write_at(file.get(), summary, 0, name.string());
    sync_file(file, name);
  }
  sync(written);
  Replacement replacement;
  try {
    replace(replacement, written, absent);
  } catch (EnvironmentError const& error) {
    replacement.put_back(error);
  }
  // A summary that could be seen is not taken back: somebody may have sent what it names.
  replacement.keep();
  opened_.clear();
  return clean_up(replacement);
}

// All of it is tried. \return the first error
std::string Publisher::clean_up(Replacement& replacement) {
  std::string first;
  std::array<std::function<void()>, 3> const steps{[&] { sync_folder(folder_); },
                                                   [&] { replacement.discard_earlier(); },
                                                   [&] { remove_file(lock_path()); }};
  for (auto const& step : steps) {
    try {
      step();
    } catch (EnvironmentError const& error) {
      if (first.empty()) first = path_of(summary_suffix).string() + " is published, but " + error.what();
    }
  }
  lock_ = {};
  return first;
}

bool has_temporary(std::filesystem::path const& output) {
  return exists(look_at(output.parent_path() / fmt::format(".{}.tmp", output.filename().string())));
}

bool is_being_written(std::filesystem::path const& summary) {
  auto base = summary.filename().string();
  base.resize(base.size() - Publisher::summary_suffix.size());
  auto const path = lock_of(summary.parent_path(), base);
  auto const file = file_system().open(path, OpenMode::read);
  if (!file) {
    if (errno == ENOENT) return false;
    throw system_error("cannot open " + path.string());
  }
  if (file_system().lock(file.get(), LockWait::no)) return false;
  if (errno == EWOULDBLOCK) return true;
  throw system_error("cannot lock " + path.string());
}

}  // namespace scrub837
