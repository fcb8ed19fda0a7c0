#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "src/cli/command.hpp"
#include "src/cli/inbox_options.hpp"
#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/ledger/ledger.hpp"
#include "src/text/csv.hpp"
#include "src/text/utc_time.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

namespace fs = std::filesystem;

// A file that holds patients' data.
struct PrivateFile {
  std::string kind;
  fs::path path;
  FileStatus status{};
};

// What an output is, by its name.
std::string kind_of_output(std::string const& name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kinds{{
      {".clean.837", "clean file"},
      {".held.837", "held file"},
      {".findings.jsonl", "findings"},
      {".findings.csv", "findings"},
      {".claims.csv", "claims"},
      {".worklist.csv", "worklist"},
      {".worklist.xlsx", "worklist"},
      {".attachments.csv", "attachments"},
      {".report.html", "report"},
      {".releases.csv", "releases"},
      {".results.csv", "results"},
      {".kept.csv", "worklist"},
      {".summary.json", ""},  // has no patient's data
  }};
  if (name.ends_with(".lock")) return {};
  if (name.starts_with('.')) return "left by a killed run";
  for (auto const& [end, kind] : kinds) {
    if (name.ends_with(end)) return std::string(kind);
  }
  return "output";
}

// Whether no other program gives a file such a name.
bool is_ours(std::string const& name) {
  constexpr std::array<std::string_view, 6> ends{".releases.csv", ".results.csv",   ".kept.csv",
                                                 ".worklist.csv", ".worklist.xlsx", ".report.html"};
  return std::ranges::any_of(ends, [&](std::string_view end) { return name.ends_with(end); });
}

class PrivateFiles {
 public:
  // \param kind of all files; empty: each output says what it is
  void add_below(fs::path const& top, std::string const& kind) {
    if (top.empty()) return;
    std::vector<FolderEntry> entries;
    if (!file_system().list(top, entries)) {
      problems_.emplace_back(system_error("cannot read the folder " + top.string()).what());
      return;
    }
    std::ranges::sort(entries, {}, &FolderEntry::name);
    for (auto const& entry : entries) {
      auto const path = top / entry.name;
      if (entry.type == FolderEntry::Type::folder) {
        add_below(path, kind);
      } else if (entry.name != ".scrub837.lock" && !entry.name.ends_with(".reason.txt")) {
        add(path, kind.empty() ? kind_of_output(entry.name) : kind);
      }
    }
  }
  // What the ledger knows elsewhere: outputs of reruns, archives of another configuration.
  void add_known(ledger::Ledger& ledger) {
    std::set<fs::path> folders;
    for (auto const& entry : ledger.all_files()) {
      if (folders.insert(entry.summary.parent_path()).second) add_ours_in(entry.summary.parent_path());
      if (!entry.moved_to.empty()) add(entry.moved_to, "archived input");
      for (auto const& output : entry.outputs) {
        auto const name = output.substr(std::min(output.find(' '), output.size() - 1) + 1);
        add(entry.summary.parent_path() / name, kind_of_output(name));
      }
    }
  }
  // Reports of whole runs, and what became of worklists: the ledger does not name them one by one.
  void add_ours_in(fs::path const& folder) {
    std::vector<FolderEntry> entries;
    if (!file_system().list(folder, entries)) return;
    std::ranges::sort(entries, {}, &FolderEntry::name);
    for (auto const& entry : entries) {
      if (entry.type != FolderEntry::Type::folder && is_ours(entry.name))
        add(folder / entry.name, kind_of_output(entry.name));
    }
  }
  void add(fs::path const& path, std::string kind) {
    if (!seen_.insert(fs::absolute(path).lexically_normal()).second) return;
    PrivateFile file{.kind = std::move(kind), .path = path};
    if (file.kind.empty() || !file_system().status_of_link(path, file.status)) return;
    files_.push_back(std::move(file));
  }
  [[nodiscard]] std::vector<PrivateFile> const& files() const { return files_; }
  [[nodiscard]] std::vector<std::string> const& problems() const { return problems_; }

 private:
  std::vector<PrivateFile> files_;
  std::vector<std::string> problems_;
  std::set<fs::path> seen_;
};

std::string mode_text(FileStatus const& status) { return fmt::format("{:04o}", status.st_mode & 07777U); }

void print_private_files(std::vector<PrivateFile> const& files, std::string const& format) {
  if (format == "csv") {
    CsvLine header;
    for (auto const* const name : {"kind", "mode", "bytes", "changed", "path"}) header.add(name);
    fmt::print("{}", header.end());
  }
  for (auto const& [kind, path, status] : files) {
    auto const changed = utc_time(status.st_mtim.tv_sec);
    if (format == "csv") {
      CsvLine line;
      line.add(kind)
          .add(mode_text(status))
          .add(std::to_string(status.st_size))
          .add(changed)
          .add(path.string());
      fmt::print("{}", line.end());
    } else if (format == "jsonl") {
      nlohmann::ordered_json const json{{"kind", kind},
                                        {"mode", mode_text(status)},
                                        {"bytes", status.st_size},
                                        {"changed", changed},
                                        {"path", path.string()}};
      fmt::print("{}\n", json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    } else {
      fmt::print("{:<20}  {}  {:>12}  {}  {}\n", kind, mode_text(status), status.st_size, changed,
                 displayed(path.string()));
    }
  }
}

int run_files(std::span<std::string const> arguments) {
  CommonOptions common;
  common.is_inbox = true;
  common.takes_inputs = false;
  InboxOptions wanted;
  std::string format = "text";
  options::options_description shown("Options");
  add_folders(shown, wanted);
  shown.add_options()("format", options::value(&format)->value_name("text|jsonl|csv"),
                      "text (the default), JSON lines or CSV")                                         //
      ("ledger", options::value(&common.ledger)->value_name("FILE"), "the ledger; its key is listed")  //
      ("config", options::value(&common.config)->value_name("FILE"),
       "read options from a configuration file");
  if (!parse(arguments, shown, "scrub837 files   every file that holds patients' data",
             "scrub837 files --config /etc/scrub837/scrub837.toml", common)) {
    return everything_went_out;
  }
  if (format != "text" && format != "jsonl" && format != "csv")
    throw UsageError{"--format must be text, jsonl or csv, not " + format};
  if (wanted.inbox.empty() && wanted.out.empty() && wanted.archive.empty() && wanted.quarantine.empty())
    throw UsageError{"no folder is named; --config FILE reads them from [inbox]"};
  PrivateFiles found;
  found.add_below(wanted.inbox, "input");
  found.add_below(wanted.out, "");
  found.add_below(wanted.archive, "archived input");
  found.add_below(wanted.quarantine, "quarantined input");
  if (!common.ledger.empty() && is_regular_file(look_at(common.ledger))) {
    ledger::Ledger ledger(common.ledger);
    found.add_known(ledger);
    found.add(ledger::key_file_of(common.ledger), "key of the ledger");
  }
  print_private_files(found.files(), format);
  for (auto const& problem : found.problems()) spdlog::error("{}", displayed(problem));
  return found.problems().empty() ? everything_went_out : environment;
}

}  // namespace

constexpr Command private_files{"files", "list every file that holds patients' data", run_files};

}  // namespace scrub837::cli
