#include "src/inbox/ready_files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <set>
#include <tuple>

#include "src/io/errors.hpp"

namespace scrub837::inbox {
namespace {

namespace fs = std::filesystem;

bool is_passed_over(std::string const& name) {
  constexpr std::array<std::string_view, 2> unfinished{".part", ".filepart"};
  return name.starts_with('.') ||
         std::ranges::any_of(unfinished, [&](auto suffix) { return name.ends_with(suffix); });
}

// batch1.837.done stands beside batch1.837, and so does batch1.done.
std::vector<std::string> markers_of(std::string const& name, std::string const& suffix) {
  auto const plain = fs::path(name).stem().string();
  return {name + suffix, plain + suffix};
}

bool came_before(ReadyFile const& a, ReadyFile const& b) {
  auto const key = [](ReadyFile const& file) {
    auto const& time = file.status.st_mtim;
    return std::tuple(time.tv_sec, time.tv_nsec, file.relative.native());
  };
  return key(a) < key(b);
}

class Search {
 public:
  Search(fs::path const& inbox, Readiness const& readiness, std::time_t now)
      : inbox_(inbox), readiness_(readiness), now_(now) {}

  InboxContents run() {
    look_at({});
    std::ranges::sort(contents_.ready, came_before);
    std::ranges::sort(contents_.refused);
    return std::move(contents_);
  }

 private:
  void look_at(fs::path const& folder) {
    std::vector<FolderEntry> entries;
    if (!file_system().list(inbox_ / folder, entries))
      contents_.unread.emplace_back(
          system_error("cannot read the folder " + (inbox_ / folder).string()).what());
    std::set<std::string> names;
    for (auto const& entry : entries) names.insert(entry.name);
    for (auto const& name : names) {
      if (!is_passed_over(name)) look_at_entry(folder / name, names);
    }
  }

  void look_at_entry(fs::path const& relative, std::set<std::string> const& beside) {
    ReadyFile file{.path = inbox_ / relative, .relative = relative};
    if (!file_system().status_of_link(file.path, file.status)) {
      // Somebody took it meanwhile.
      if (errno == ENOENT) return;
      contents_.unread.emplace_back(system_error("cannot access " + file.path.string()).what());
      return;
    }
    if (S_ISDIR(file.status.st_mode)) return look_at(relative);
    if (!S_ISREG(file.status.st_mode)) return contents_.refused.push_back(file.path.string());
    if (readiness_.marker.empty()) {
      if (is_young(file.status)) {
        ++contents_.young;
      } else {
        contents_.ready.push_back(std::move(file));
      }
      return;
    }
    auto const name = relative.filename().string();
    if (name.ends_with(readiness_.marker)) return;
    for (auto const& marker : markers_of(name, readiness_.marker)) {
      if (!beside.contains(marker)) continue;
      file.marker = file.path.parent_path() / marker;
      return contents_.ready.push_back(std::move(file));
    }
    ++contents_.without_marker;
  }

  // A date in the future says nothing; then the change of its entry counts, which nobody can set.
  [[nodiscard]] bool is_young(FileStatus const& status) const {
    auto const changed = status.st_mtim.tv_sec > now_ ? status.st_ctim.tv_sec : status.st_mtim.tv_sec;
    return now_ - changed < readiness_.min_age;
  }

  fs::path const& inbox_;
  Readiness const& readiness_;
  std::time_t now_;
  InboxContents contents_;
};

}  // namespace

InboxContents look_into(fs::path const& inbox, Readiness const& readiness, std::time_t now) {
  return Search(inbox, readiness, now).run();
}

bool is_unchanged(ReadyFile const& file) {
  FileStatus now{};
  if (!file_system().status_of_link(file.path, now)) {
    if (errno == ENOENT) return false;
    throw system_error("cannot access " + file.path.string());
  }
  auto const& then = file.status;
  return now.st_ino == then.st_ino && now.st_dev == then.st_dev && now.st_size == then.st_size &&
         now.st_mtim.tv_sec == then.st_mtim.tv_sec && now.st_mtim.tv_nsec == then.st_mtim.tv_nsec;
}

}  // namespace scrub837::inbox
