#include "src/cli/stale_run.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/file_system.hpp"
#include "src/io/input_files.hpp"
#include "src/io/publisher.hpp"
#include "src/io/sha256.hpp"
#include "src/io/write_whole.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// Whether a run has counted the outputs of an input.
bool counts(Json const& run, InputFile const& input) {
  auto const summary = fs::path(input.folder) / (input.base + std::string(Publisher::summary_suffix));
  auto const name = escaped_utf8(summary.lexically_normal().string());
  auto const files = run.find("files");
  return files != run.end() && files->is_array() && std::ranges::any_of(*files, [&](Json const& file) {
           return file.is_string() && file.get<std::string>() == name;
         });
}

std::string said_of(Json const& output, char const* name) {
  auto const found = output.find(name);
  return found != output.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

}  // namespace

std::vector<fs::path> withdraw_stale_run(fs::path const& out, InputFile const& input) {
  auto const summary = std::string(run_base) + std::string(Publisher::summary_suffix);
  if (!is_regular_file(look_at(out / summary))) return {};
  auto const run = Json::parse(read_whole(out / summary), nullptr, false);
  if (!run.is_object() || !counts(run, input)) return {};
  std::vector<FileContent> files{{summary, std::nullopt}};
  std::vector<fs::path> changed;
  auto const outputs = run.find("outputs");
  if (outputs != run.end() && outputs->is_array()) {
    for (auto const& output : *outputs) {
      if (!output.is_object()) continue;
      auto const name = said_of(output, "name");
      bool const of_run =
          name.starts_with(std::string(run_base) + ".") && name.find('/') == std::string::npos;
      if (!of_run || !is_regular_file(look_at(out / name))) continue;
      if (sha256(read_whole(out / name)) == said_of(output, "sha256")) {
        files.push_back({name, std::nullopt});
      } else {
        changed.push_back(out / name);
      }
    }
  }
  write_together(out, files);
  return changed;
}

std::vector<std::string> outputs_of_earlier_runs(fs::path const& out, std::string_view suffix,
                                                 std::vector<std::string> const& ours) {
  std::set<fs::path> known;
  for (auto const& path : ours) known.insert(fs::path(path).lexically_normal());
  std::vector<std::string> others;
  std::vector<fs::path> folders{out};
  while (!folders.empty()) {
    auto const here = std::move(folders.back());
    folders.pop_back();
    std::vector<FolderEntry> entries;
    if (!file_system().list(here, entries)) continue;
    for (auto const& entry : entries) {
      if (entry.name.starts_with('.')) continue;
      auto const path = (here / entry.name).lexically_normal();
      if (entry.type == FolderEntry::Type::folder) {
        folders.push_back(path);
      } else if (entry.name.ends_with(suffix) && !known.contains(path)) {
        others.push_back(path.string());
      }
    }
  }
  std::ranges::sort(others);
  return others;
}

bool is_of_another_file(fs::path const& held) {
  auto const summary =
      held.parent_path() / (stem_of_rerun(held.filename().string()) + std::string(Publisher::summary_suffix));
  if (!is_regular_file(look_at(summary))) return false;
  auto const later = Json::parse(read_whole(summary), nullptr, false);
  auto const digest = later.is_object() ? said_of(later, "sha256") : std::string{};
  return !digest.empty() && digest != sha256(read_whole(held));
}

}  // namespace scrub837::cli
