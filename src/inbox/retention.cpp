#include "src/inbox/retention.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "src/inbox/inbox_lock.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/read_lines.hpp"

namespace scrub837::inbox {
namespace {

namespace fs = std::filesystem;

constexpr std::time_t day = 24L * 60 * 60;

// What came before this is old; nothing is, if it is kept for ever.
std::time_t limit(int days, std::time_t now) {
  return days == 0 ? std::numeric_limits<std::time_t>::min() : now - days * day;
}

void remove_if_there(fs::path const& path, std::vector<std::string>& removed) {
  if (path.empty() || !is_regular_file(look_at(path))) return;
  remove_file(path);
  removed.push_back(path.string());
}

// The summary first: what has none is not sent.
void remove_outputs(ledger::FileEntry const& file, std::vector<std::string>& removed) {
  remove_if_there(file.summary, removed);
  for (auto const& output : file.outputs) {
    auto const name = output.substr(std::min(output.find(' '), output.size() - 1) + 1);
    remove_if_there(file.summary.parent_path() / name, removed);
  }
}

}  // namespace

LegalHold::LegalHold(fs::path const& list) {
  read_lines(list, [this](std::string_view line) {
    // A name may have the sign, too.
    auto const comment = line.starts_with('#') ? 0 : std::min(line.find(" #"), line.find("\t#"));
    line = line.substr(0, comment);
    auto const first = line.find_first_not_of(" \t\r");
    if (first == line.npos) return;
    entries_.emplace(line.substr(first, line.find_last_not_of(" \t\r") + 1 - first), false);
  });
}

bool LegalHold::names(ledger::FileEntry const& file) {
  bool named = false;
  auto const look_for = [&](std::string_view name) {
    auto const entry = entries_.find(name);
    if (entry == entries_.end()) return;
    entry->second = named = true;
  };
  look_for(file.sha256);
  // Each end of the path: a name, with its folder, and so on.
  for (std::string_view const path : {std::string_view(file.name), std::string_view(file.moved_to)}) {
    look_for(path);
    for (auto slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1))
      look_for(path.substr(slash + 1));
  }
  for (std::string_view const output : file.outputs)
    look_for(output.substr(std::min(output.find(' ') + 1, output.size())));
  return named;
}

std::set<std::int64_t> LegalHold::among(std::vector<ledger::FileEntry> const& files) {
  std::set<std::int64_t> held;
  std::set<std::string, std::less<>> of_held;  // SHA-256 of their outputs
  for (auto const& file : files) {
    if (!names(file) && !of_held.contains(file.sha256)) continue;
    held.insert(file.id);
    for (auto const& output : file.outputs) of_held.emplace(output.substr(0, output.find(' ')));
  }
  return held;
}

std::vector<std::string> LegalHold::unmatched() const {
  std::vector<std::string> found;
  for (auto const& [entry, matched] : entries_) {
    if (!matched) found.push_back(entry);
  }
  return found;
}

std::vector<std::string> prune_run_outputs(fs::path const& out, int days, std::time_t now) {
  std::vector<std::string> removed;
  std::vector<FolderEntry> entries;
  if (days == 0 || !file_system().list(out, entries)) return removed;
  constexpr std::array<std::string_view, 3> ends{".worklist.csv", ".worklist.xlsx", ".report.html"};
  for (auto const& entry : entries) {
    bool const is_of_run =
        entry.name.starts_with("run.") &&
        std::ranges::any_of(ends, [&](std::string_view end) { return entry.name.ends_with(end); });
    FileStatus status{};
    if (!is_of_run || !file_system().status_of_link(out / entry.name, status)) continue;
    if (status.st_mtim.tv_sec < limit(days, now)) remove_if_there(out / entry.name, removed);
  }
  return removed;
}

Pruned prune(ledger::Ledger& ledger, Retention const& retention, LegalHold hold, std::time_t now) {
  Pruned pruned;
  auto const old_input = limit(retention.archive_days, now);
  auto const old_output = limit(retention.outputs_days, now);
  auto const old_row = limit(retention.ledger_days, now);
  auto const oldest_kept = std::max({old_input, old_output, old_row});
  auto const files = ledger.all_files();
  auto const held = hold.among(files);
  pruned.unmatched_holds = hold.unmatched();
  // Somebody means a file that is to stay, and it is not known which.
  if (!pruned.unmatched_holds.empty()) return pruned;
  for (auto const& file : files) {
    auto const came = seconds_of(file.at);
    if (!came || *came >= oldest_kept || held.contains(file.id)) continue;
    // Outputs that a later file of the same name has written over are that file's.
    auto const latest = ledger.file_of_summary(file.summary);
    bool const has_outputs = latest && latest->id == file.id;
    if (*came < old_input) {
      remove_if_there(file.moved_to, pruned.files);
      if (!file.moved_to.empty()) remove_if_there(file.moved_to + ".reason.txt", pruned.files);
    }
    if (*came < old_output && has_outputs) remove_outputs(file, pruned.files);
    if (*came >= old_row) continue;
    ledger.forget(file.id);
    ++pruned.rows;
  }
  return pruned;
}

}  // namespace scrub837::inbox
