#include "src/cli/rerun_results.hpp"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <map>
#include <set>
#include <string_view>

#include "grammar/worklist_csv.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/write_whole.hpp"
#include "src/text/csv.hpp"
#include "src/text/utc_time.hpp"
#include "src/text/utf8.hpp"
#include "src/worklist/typed_text.hpp"

namespace scrub837::cli {
namespace {

namespace fs = std::filesystem;

std::string user_name() {
  auto const* const user = ::getpwuid(::geteuid());
  return user == nullptr ? fmt::format("user {}", ::geteuid()) : user->pw_name;
}

std::string stem_of(fs::path const& worklist) {
  auto name = worklist.filename().string();
  if (name.ends_with(".csv")) name.resize(name.size() - 4);
  if (name.ends_with(".xlsx")) name.resize(name.size() - 5);
  return name;
}

fs::path kept_path(fs::path const& worklist) { return stem_of(worklist) + ".kept.csv"; }

std::string results_of(WorklistSupplies const& supplies, std::vector<std::size_t> const& left,
                       std::string const& kept) {
  auto results =
      std::move(CsvLine().add("row").add("claim").add("line").add("key").add("result").add("words")).finish();
  for (auto const& result : supplies.results()) {
    auto words = result.words;
    if (std::binary_search(left.begin(), left.end(), result.number)) {
      words += fmt::format("{}What was typed is saved in {}.", words.empty() ? "" : " ", kept);
    }
    results += std::move(CsvLine()
                             .add(std::to_string(result.number))
                             .add(result.claim)
                             .add(result.line)
                             .add(result.key)
                             .add(name_of(result.state))
                             .add(words))
                   .finish();
  }
  return results;
}

std::string releases_header() {
  CsvLine line;
  for (auto const* const column :
       {"row", "claim", "line", "key", "released_by", "released_at", "rules", "reason"})
    line.add(column);
  return std::move(line).finish();
}

// What earlier reruns of this name released. \param lasting what they sent stays, so that only rows that are
// released again are left out; else what the worklist has a row for was done again
std::string earlier_releases(fs::path const& path, WorklistSupplies const& supplies, bool lasting) {
  if (!is_regular_file(look_at(path))) return {};
  auto const bytes = read_whole(path);
  auto const header = releases_header();
  if (!bytes.starts_with(header)) return {};
  std::set<std::string_view> keys;
  auto const given = supplies.releases();
  if (lasting) {
    for (auto const& granted : given) keys.insert(granted.row->key);
  } else {
    // What was released before is gone from the held file, and from this run.
    auto const results = supplies.results();
    for (std::size_t i = 0; i < results.size(); ++i) {
      if (results[i].read) keys.insert(supplies.file().rows[i].key);
    }
  }
  constexpr std::size_t key_column = 3;
  std::string kept;
  grammar::CsvReader reader(std::string_view(bytes).substr(header.size()), ',');
  grammar::CsvRow row;
  while (reader.next(row)) {
    if (row.cells.size() > key_column && !keys.contains(row.cells[key_column].text)) kept += reader.raw();
  }
  return kept;
}

std::string releases_of(std::vector<WorklistSupplies::Granted> const& given, std::string const& when) {
  auto const who = user_name();
  std::string releases;
  for (auto const& [row, rules, claim] : given) {
    auto const named = trimmed_cell(row->released_by);
    releases += std::move(CsvLine()
                              .add(std::to_string(row->number))
                              .add(claim)
                              .add(trimmed_cell(row->others["line"]))
                              .add(row->key)
                              .add(named.empty() ? std::string_view(who) : named)
                              .add(when)
                              .add(rules)
                              .add(row->release_reason))
                    .finish();
  }
  return releases;
}

// Which claim and line a row is about: " (claim 4711 line 2)".
std::string about(RowResult const& result) {
  if (result.claim.empty()) return {};
  return fmt::format(" (claim {}{}{})", result.claim, result.line.empty() ? "" : " line ", result.line);
}

// How many rows have the text that most have: a column may have been filled down.
std::size_t most_alike(WorklistFile const& file, std::string FilledRow::*column) {
  std::map<std::string_view, std::size_t> rows;
  std::size_t most = 0;
  for (auto const& row : file.rows) {
    if (!(row.*column).empty()) most = std::max(most, ++rows[row.*column]);
  }
  return most;
}

void ask_about_filled_down(WorklistFile const& file) {
  constexpr std::size_t suspicious = 5;
  for (auto const& [column, words] : {std::pair(&FilledRow::narrative, "narrative"),
                                      std::pair(&FilledRow::release_reason, "release reason")}) {
    if (auto const alike = most_alike(file, column); alike >= suspicious)
      say("{} rows have the same {}; was the column filled down?\n", alike, words);
  }
}

}  // namespace

SavedWorklist read_saved(fs::path const& path) {
  auto const file = open_file(path, OpenMode::read);
  return {path, read_whole(file, path.string()), look_at_open(file, path).st_mtime};
}

std::string write_results(fs::path const& out, SavedWorklist const& worklist,
                          WorklistSupplies const& supplies, bool sent_stays) {
  auto const stem = stem_of(worklist.path);
  auto const left = supplies.rows_left();
  auto const given = supplies.releases();
  auto const when = given.empty() ? std::string{} : utc_time(worklist.saved_at);
  // What this run has nothing for must not be left of an earlier one.
  std::array<FileContent, 3> files{
      FileContent{kept_path(worklist.path).string(), {}}, FileContent{stem + ".releases.csv", {}},
      FileContent{stem + ".results.csv", results_of(supplies, left, kept_path(worklist.path).string())}};
  if (!left.empty()) files[0].bytes = rows_kept(worklist.bytes, left);
  auto const releases =
      earlier_releases(out / files[1].name, supplies, sent_stays) + releases_of(given, when);
  if (!releases.empty()) files[1].bytes = releases_header() + releases;
  write_together(out, files);
  if (given.empty() || !when.empty()) return {};
  return fmt::format(
      "{}: cannot read the date on which it was saved, so released_at is blank in {}.releases.csv",
      worklist.path.string(), stem);
}

void print_rows(fs::path const& out, fs::path const& worklist, WorklistSupplies const& supplies) {
  for (auto const& problem : supplies.file().problems) say("worklist: {}\n", displayed(problem));
  std::array<std::size_t, 5> counts{};
  std::size_t unanswered = 0;
  for (auto const& result : supplies.results()) {
    unanswered += result.unanswered ? 1U : 0U;
    ++counts[static_cast<std::size_t>(result.state)];
    if (result.state == RowResult::State::nothing_typed && result.words.empty()) continue;
    say("row {}{}: {}{}{}\n", result.number, about(result), name_of(result.state),
        result.words.empty() ? "" : ": ", displayed(result.words));
  }
  say("rows: {} applied, {} released, {} refused, {} not found, {} with nothing typed\n", counts[1],
      counts[2], counts[3], counts[4], counts[0]);
  ask_about_filled_down(supplies.file());
  if (unanswered > 0) {
    say("{} {} not answered, but the claim went out: with the options of this run it has no error. Was it "
        "held with another --config or other --profiles?\n",
        unanswered, unanswered == 1 ? "row was" : "rows were");
  }
  if (auto const left = supplies.rows_left().size(); left > 0) {
    say("{} {} typed but not used: saved in {}\n", left, left == 1 ? "row was" : "rows were",
        displayed((out / kept_path(worklist)).string()));
  }
}

}  // namespace scrub837::cli
