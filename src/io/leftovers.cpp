#include "src/io/leftovers.hpp"

#include <algorithm>
#include <cerrno>
#include <optional>
#include <string_view>
#include <vector>

#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/publisher.hpp"

namespace scrub837 {
namespace {

namespace fs = std::filesystem;

std::vector<FolderEntry> entries_of(fs::path const& folder) {
  std::vector<FolderEntry> entries;
  if (!file_system().list(folder, entries) && errno != ENOENT)
    throw system_error("cannot read the folder " + folder.string());
  return entries;
}

// What a hidden name of Publisher is.
struct Leftover {
  enum class What : std::uint8_t { lock, temporary, aside };
  What what = What::lock;
  std::string base;  ///< of its outputs
};

std::optional<Leftover> leftover_of(std::string_view name, std::span<std::string const> suffixes) {
  using enum Leftover::What;
  if (!name.starts_with('.')) return std::nullopt;
  name.remove_prefix(1);
  auto const cut = [&](std::string_view end) {
    bool const has = name.ends_with(end) && name.size() > end.size();
    if (has) name.remove_suffix(end.size());
    return has;
  };
  if (cut(".lock")) return Leftover{lock, std::string(name)};
  auto const what = cut(".tmp")   ? std::optional(temporary)
                    : cut(".old") ? std::optional(aside)
                                  : std::nullopt;
  if (!what) return std::nullopt;
  cut(".other");
  if (std::ranges::none_of(suffixes, [&](std::string const& suffix) { return cut(suffix); }))
    return std::nullopt;
  return Leftover{*what, std::string(name)};
}

std::uint64_t remove_if_left(fs::path const& path, Leftover const& leftover) {
  auto const summary = path.parent_path() / (leftover.base + std::string(Publisher::summary_suffix));
  if (is_being_written(summary)) return 0;
  // Without a new summary, what was moved aside is all that there is of the earlier outputs.
  if (leftover.what == Leftover::What::aside && !exists(look_at(summary))) return 0;
  auto const size = size_of(path);
  remove_file(path);
  return size;
}

}  // namespace

std::uint64_t remove_leftovers(fs::path const& folder, std::span<std::string const> suffixes) {
  std::uint64_t freed = 0;
  std::vector<fs::path> folders{folder};
  while (!folders.empty()) {
    auto const here = std::move(folders.back());
    folders.pop_back();
    for (auto const& entry : entries_of(here)) {
      auto const path = here / entry.name;
      if (entry.type == FolderEntry::Type::folder) {
        if (!entry.name.starts_with('.')) folders.push_back(path);
      } else if (auto const leftover = leftover_of(entry.name, suffixes)) {
        freed += remove_if_left(path, *leftover);
      }
    }
  }
  return freed;
}

}  // namespace scrub837
