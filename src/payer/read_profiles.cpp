#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <functional>

#include "scrub837/profile.hpp"
#include "src/config/config_node.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/sha256.hpp"
#include "src/io/write_whole.hpp"
#include "src/payer/raw_profile.hpp"

namespace scrub837 {
namespace {

struct Source {
  std::string path;
  toml::table table;
  std::string sha256 = {};
};

// What is done with a mistake: thrown, or noted to go on behind it.
using Mistake = std::function<void(ConfigError const&)>;

template <typename Work>
void or_note(Mistake const& mistake, Work work) {
  try {
    work();
  } catch (ConfigError const& error) {
    mistake(error);
  }
}

void read_source(Source const& source, std::vector<Raw>& raws, Mistake const& mistake) {
  constexpr std::array<std::string_view, 1> top{"profile"};
  or_note(mistake, [&] { check_keys(source.path, source.table, top, "in a profile file"); });
  auto const* const list = source.table.get("profile");
  if (list == nullptr) return mistake({source.path + ": the file has no [[profile]]"});
  or_note(mistake, [&] {
    if (!list->is_array()) refuse(source.path, list->source(), "[[profile]] is expected, in double brackets");
    for (auto const& node : *list->as_array()) {
      or_note(mistake, [&] {
        auto raw = read_raw(source.path, node);
        auto const same =
            std::find_if(raws.begin(), raws.end(), [&](Raw const& other) { return other.name == raw.name; });
        if (same != raws.end())
          refuse(source.path, raw.table->get("name")->source(),
                 fmt::format("there is already a profile {}: {}:{}", raw.name, *same->path,
                             same->table->get("name")->source().begin.line));
        raws.push_back(std::move(raw));
      });
    }
  });
}

std::vector<Profile> resolve_all(std::vector<Source> const& sources, Mistake const& mistake) {
  std::vector<Raw> raws;
  for (auto const& source : sources) read_source(source, raws, mistake);
  std::vector<Profile> profiles;
  for (auto const& raw : raws) {
    or_note(mistake, [&] {
      profiles.push_back(resolve(raw, raws));
      profiles.back().index = profiles.size() - 1;
    });
  }
  return profiles;
}

std::vector<Source> open_all(std::span<std::string const> paths, Mistake const& mistake) {
  std::vector<Source> sources;
  for (auto const& path : paths) {
    or_note(mistake, [&] {
      auto const status = look_at(path);
      if (is_directory(status)) throw ConfigError{path + " is a folder, not a profile file"};
      if (!exists(status)) throw ConfigError{"there is no profile file " + path};
      try {
        auto const text = read_whole(path);
        sources.push_back({path, toml::parse(text, path), sha256(text)});
      } catch (toml::parse_error const& error) {
        refuse(path, error.source(), error.description());
      }
    });
  }
  return sources;
}

[[noreturn]] void rethrow(ConfigError const& error) { throw error; }

}  // namespace

std::shared_ptr<Profiles const> Profiles::read_files(std::span<std::string const> paths) {
  auto result = std::make_shared<Profiles>();
  auto const sources = open_all(paths, rethrow);
  result->profiles_ = resolve_all(sources, rethrow);
  for (auto const& source : sources) result->files_.push_back({source.path, source.sha256});
  return result;
}

std::vector<std::string> Profiles::mistakes(std::span<std::string const> paths) {
  std::vector<std::string> result;
  // A base's mistake shows again in each profile that inherits from it.
  auto const note = [&](ConfigError const& error) {
    if (std::find(result.begin(), result.end(), error.message) == result.end())
      result.push_back(error.message);
  };
  static_cast<void>(resolve_all(open_all(paths, note), note));
  return result;
}

std::shared_ptr<Profiles const> Profiles::read_text(std::string_view text, std::string const& shown_as) {
  std::vector<Source> sources;
  try {
    sources.push_back({shown_as, toml::parse(text)});
  } catch (toml::parse_error const& error) {
    refuse(shown_as, error.source(), error.description());
  }
  auto result = std::make_shared<Profiles>();
  result->profiles_ = resolve_all(sources, rethrow);
  return result;
}

}  // namespace scrub837
