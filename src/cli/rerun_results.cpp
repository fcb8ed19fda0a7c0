#include "src/cli/rerun_results.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

#include "src/cli/standard_streams.hpp"
#include "src/io/write_whole.hpp"
#include "src/report/csv.hpp"

namespace scrub837::cli {
namespace {

namespace fs = std::filesystem;

std::string user_name() {
  auto const* const user = ::getpwuid(::geteuid());
  return user == nullptr ? fmt::format("user {}", ::geteuid()) : user->pw_name;
}

// When the worklist was saved: that is when the release was decided, and the same in every run.
std::string time_of(fs::path const& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(status.st_mtime));
}

std::string stem_of(fs::path const& worklist) {
  auto name = worklist.filename().string();
  if (name.ends_with(".csv")) name.resize(name.size() - 4);
  return name;
}

}  // namespace

void write_results(fs::path const& out, fs::path const& worklist, WorklistFile const& file,
                   WorklistSupplies const& supplies) {
  std::string results = std::move(CsvLine().add("row").add("key").add("result").add("words")).finish();
  for (auto const& result : supplies.results()) {
    results += std::move(CsvLine()
                             .add(std::to_string(result.number))
                             .add(result.key)
                             .add(name_of(result.state))
                             .add(result.words))
                   .finish();
  }
  write_whole(out / (stem_of(worklist) + ".results.csv"), results);

  auto const path = out / (stem_of(worklist) + ".releases.csv");
  if (supplies.releases().empty()) {
    std::error_code ignored;
    fs::remove(path, ignored);
    return;
  }
  auto const who = user_name();
  auto const when = time_of(worklist);
  auto releases =
      std::move(
          CsvLine().add("row").add("key").add("released_by").add("released_at").add("rules").add("reason"))
          .finish();
  for (auto const& release : supplies.releases()) {
    auto by = who;
    for (auto const& row : file.rows) {
      if (row.number != release.row) continue;
      auto const named = row.others.find("released_by");
      if (named != row.others.end() && !named->second.empty()) by = named->second;
    }
    releases += std::move(CsvLine()
                              .add(std::to_string(release.row))
                              .add(release.key)
                              .add(by)
                              .add(when)
                              .add(release.rules)
                              .add(release.reason))
                    .finish();
  }
  write_whole(path, releases);
}

void print_rows(WorklistFile const& file, WorklistSupplies const& supplies) {
  for (auto const& problem : file.problems) say("worklist: {}\n", problem);
  for (auto const& result : supplies.results()) {
    if (result.state == RowResult::State::nothing_typed && result.words.empty()) continue;
    say("row {}: {}{}{}\n", result.number, name_of(result.state), result.words.empty() ? "" : ": ",
        result.words);
  }
  std::array<std::size_t, 5> counts{};
  for (auto const& result : supplies.results()) ++counts[static_cast<std::size_t>(result.state)];
  say("rows: {} applied, {} released, {} refused, {} not found, {} with nothing typed\n", counts[1],
      counts[2], counts[3], counts[4], counts[0]);
}

}  // namespace scrub837::cli
