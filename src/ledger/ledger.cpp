#include "src/ledger/ledger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>

#include "scrub837/summary.hpp"
#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/ledger/database.hpp"
#include "src/text/utc_time.hpp"

namespace scrub837::ledger {
namespace {

constexpr std::array<std::string_view, 4> states{"prepared", "published", "archived", "quarantined"};

std::vector<FileEntry> files_where(Database& database, std::string_view condition, std::string const& value) {
  return database.with([&](soci::session& sql) {
    long long id = 0, run = 0, bytes = 0;
    FileEntry entry;
    std::string state, summary, outputs;
    soci::statement query =
        (sql.prepare << "SELECT id, run, name, sha256, bytes, state, status, summary, outputs, at, "
                        "coalesce(moved_to, '') FROM files " +
                            std::string(condition),
         soci::use(value), soci::into(id), soci::into(run), soci::into(entry.name), soci::into(entry.sha256),
         soci::into(bytes), soci::into(state), soci::into(entry.status), soci::into(summary),
         soci::into(outputs), soci::into(entry.at), soci::into(entry.moved_to));
    std::vector<FileEntry> files;
    for (bool more = query.execute(true); more; more = query.fetch()) {
      entry.id = id;
      entry.run = run;
      entry.bytes = static_cast<std::uint64_t>(bytes);
      entry.state = static_cast<FileState>(std::ranges::find(states, state) - states.begin());
      entry.summary = summary;
      entry.outputs = outputs_of(outputs);
      files.push_back(entry);
    }
    return files;
  });
}

// The last run of a command for which the condition holds. \param inbox that it looks after; empty: any
// \return 0: none
std::int64_t last_run_where(Database& database, std::string_view condition, std::string_view command,
                            std::string_view inbox) {
  return database.with([&](soci::session& sql) {
    std::string const name(command);
    std::string const of_inbox(inbox);
    long long id = 0;
    sql << fmt::format(
        "SELECT coalesce(max(id), 0) FROM runs WHERE command = :command AND {} "
        "AND :inbox IN ('', coalesce(inbox, :same))",
        condition),
        soci::use(name), soci::use(of_inbox), soci::use(of_inbox), soci::into(id);
    return std::int64_t{id};
  });
}

std::string fact_of(soci::session& sql, std::string const& name) {
  std::string value;
  sql << "SELECT coalesce(max(value), '') FROM facts WHERE name = :name", soci::use(name), soci::into(value);
  return value;
}

void set_fact(soci::session& sql, std::string const& name, std::string const& value) {
  sql << "INSERT INTO facts (name, value) VALUES (:name, :value) "
         "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      soci::use(name), soci::use(value);
}

// A key that is missing is made only for a ledger that has nothing to recognize yet; with a wrong one no
// claim would be recognized.
ClaimHash hash_of(Database& database) {
  auto const empty = database.with([](soci::session& sql) {
    int claims = 0;
    sql << "SELECT EXISTS (SELECT 1 FROM claims)", soci::into(claims);
    return claims == 0;
  });
  auto const key = key_file_of(database.path());
  ClaimHash hash(key, empty);
  auto const mark = std::to_string(hash(ClaimHash::Of::key, {}));
  auto const known = database.with([](soci::session& sql) { return fact_of(sql, "key"); });
  if (known == mark) return hash;
  if (!known.empty() && !empty) {
    throw EnvironmentError(key.string() +
                           " is the key of another ledger; with it no claim that was sent can be recognized. "
                           "Restore the right one from a backup");
  }
  database.change([&](soci::session& sql) { set_fact(sql, "key", mark); });
  return hash;
}

// Waits for a lock of its own file beside the ledger, which stays.
FileDescriptor locked(std::filesystem::path path, std::string_view suffix) {
  if (path.has_parent_path()) make_folders(path.parent_path());
  path += suffix;
  auto file = open_file(path, OpenMode::create);
  make_private(file, path);
  if (!file_system().lock(file.get(), LockWait::yes)) throw system_error("cannot lock " + path.string());
  return file;
}

// A key without its ledger: what was sent would not be recognized, and go out again.
std::filesystem::path const& checked(std::filesystem::path const& path) {
  auto const has_bytes = [](std::filesystem::path const& file) {
    FileStatus status{};
    return file_system().status(file, status) && status.st_size > 0;
  };
  auto log = path;
  log += "-wal";
  auto const key = key_file_of(path);
  if (!has_bytes(path) && !has_bytes(log) && exists(look_at(key))) {
    throw EnvironmentError(
        "the ledger " + path.string() + " is missing or empty, but its key is there, " + key.string() +
        ": restore the ledger from a backup, or move the key away to begin a new one, which knows no "
        "claim that was sent");
  }
  return path;
}

}  // namespace

std::vector<std::string> outputs_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string_view name_of(FileState state) { return states.at(static_cast<std::size_t>(state)); }

std::filesystem::path key_file_of(std::filesystem::path const& ledger) {
  auto file = ledger;
  file += ".key";
  return file;
}

Ledger::Ledger(std::filesystem::path const& path) : Ledger(path, locked(path, ".opening")) {}

Ledger::Ledger(std::filesystem::path const& path, FileDescriptor const& /*others_wait*/)
    : database_(std::make_unique<Database>(checked(path))), hash_(hash_of(*database_)) {}

Ledger::~Ledger() = default;

FileDescriptor Ledger::lock_for_sending() const { return locked(database_->path(), ".lock"); }

std::string Ledger::last_pass() {
  return database_->with([](soci::session& sql) { return fact_of(sql, "last_pass"); });
}

std::string Ledger::last_used() {
  return database_->with([](soci::session& sql) {
    std::string begun;
    sql << "SELECT coalesce(max(started), '') FROM runs", soci::into(begun);
    return std::max(begun, fact_of(sql, "last_pass"));
  });
}

std::string Ledger::removal_waits_until() {
  return database_->with([](soci::session& sql) { return fact_of(sql, "removal_waits_until"); });
}

void Ledger::let_removal_wait(std::string const& until) {
  database_->change([&](soci::session& sql) { set_fact(sql, "removal_waits_until", until); });
}

std::string Ledger::clock_behind_since(std::string const& now) {
  return database_->change([&](soci::session& sql) {
    std::string known = fact_of(sql, "clock_behind_since");
    if (!known.empty() && known <= now) return known;
    set_fact(sql, "clock_behind_since", now);
    return now;
  });
}

void Ledger::note_pass() {
  database_->change([](soci::session& sql) { set_fact(sql, "last_pass", utc_time(std::time(nullptr))); });
}

std::string Ledger::damage() { return database_->damage(); }

std::int64_t Ledger::begin_run(std::string_view command, std::string_view inbox) {
  return database_->change([&](soci::session& sql) {
    std::string const name(command);
    std::string const program(version());
    auto const started = utc_time(std::time(nullptr));
    long long id = 0;
    std::string const of_inbox(inbox);
    sql << "INSERT INTO runs (command, version, started, inbox) VALUES (:command, :version, :started, "
           "nullif(:inbox, ''))",
        soci::use(name), soci::use(program), soci::use(started), soci::use(of_inbox);
    sql << "SELECT last_insert_rowid()", soci::into(id);
    return std::int64_t{id};
  });
}

void Ledger::end_run(std::int64_t run, int exit_code, std::string_view line) {
  database_->change([&](soci::session& sql) {
    auto const ended = utc_time(std::time(nullptr));
    std::string const words(line);
    long long const id = run;
    sql << "UPDATE runs SET ended = :ended, exit_code = :code, line = :line WHERE id = :id", soci::use(ended),
        soci::use(exit_code), soci::use(words), soci::use(id);
  });
}

std::optional<FileEntry> Ledger::file_with(std::string_view sha256) {
  auto files =
      files_where(*database_, "WHERE sha256 = :sha256 AND state <> 'prepared' ORDER BY id DESC LIMIT 1",
                  std::string(sha256));
  return files.empty() ? std::nullopt : std::optional(std::move(files.front()));
}

std::optional<std::int64_t> Ledger::unfinished_run(std::string_view command, std::string_view inbox) {
  auto const id = last_run_where(*database_, "ended IS NULL", command, inbox);
  return id == 0 ? std::nullopt : std::optional(id);
}

std::int64_t Ledger::last_run(std::string_view command, std::string_view inbox) {
  return last_run_where(*database_, "1", command, inbox);
}

std::vector<FileEntry> Ledger::all_files() {
  return files_where(*database_, "WHERE state <> :state ORDER BY id",
                     std::string(name_of(FileState::prepared)));
}

std::string Ledger::last_arrival(std::string_view command, std::string_view inbox) {
  return database_->with([&](soci::session& sql) {
    std::string const name(command);
    std::string at;
    std::string const of_inbox(inbox);
    sql << "SELECT coalesce(max(f.at), '') FROM files f JOIN runs r ON r.id = f.run WHERE r.command = "
           ":command "
           "AND :inbox IN ('', coalesce(r.inbox, :same)) AND f.status <> 'unreadable'",
        soci::use(name), soci::use(of_inbox), soci::use(of_inbox), soci::into(at);
    return at;
  });
}

std::vector<FileEntry> Ledger::files_of(std::int64_t run) {
  return files_where(*database_, "WHERE run = :run AND state <> 'prepared' ORDER BY id", std::to_string(run));
}

std::vector<FileEntry> Ledger::files_in(FileState state) {
  return files_where(*database_, "WHERE state = :state ORDER BY id", std::string(name_of(state)));
}

std::optional<FileEntry> Ledger::file_of_summary(std::filesystem::path const& summary) {
  auto files =
      files_where(*database_, "WHERE summary = :summary AND state <> 'prepared' ORDER BY id DESC LIMIT 1",
                  summary.string());
  return files.empty() ? std::nullopt : std::optional(std::move(files.front()));
}

void Ledger::set_state(std::int64_t file, FileState state, std::string_view moved_to) {
  database_->change([&](soci::session& sql) {
    std::string const name(name_of(state));
    std::string const where(moved_to);
    long long const id = file;
    sql << "UPDATE files SET state = :state, moved_to = nullif(:moved, '') WHERE id = :id", soci::use(name),
        soci::use(where), soci::use(id);
  });
}

void Ledger::forget(std::int64_t file) {
  database_->change([&](soci::session& sql) {
    long long const id = file;
    for (auto const* const table : {"claims", "sets"})
      sql << fmt::format("DELETE FROM {} WHERE file = :file", table), soci::use(id);
    sql << "DELETE FROM files WHERE id = :id", soci::use(id);
  });
}

void Ledger::note_worklist(std::int64_t run, Direction direction, std::string_view name,
                           std::string_view sha256) {
  database_->change([&](soci::session& sql) {
    long long const id = run;
    std::string const file(name);
    std::string const digest(sha256);
    std::string const way = direction == Direction::out ? "out" : "back";
    auto const at = utc_time(std::time(nullptr));
    sql << "INSERT INTO worklists (run, name, sha256, direction, at) VALUES (:run, :name, :sha256, :way, "
           ":at)",
        soci::use(id), soci::use(file), soci::use(digest), soci::use(way), soci::use(at);
  });
}

std::string Ledger::worklist_came_back(std::string_view sha256) {
  return database_->with([&](soci::session& sql) {
    std::string const digest(sha256);
    std::string at;
    sql << "SELECT coalesce(max(at), '') FROM worklists WHERE sha256 = :sha256 AND direction = 'back'",
        soci::use(digest), soci::into(at);
    return at;
  });
}

}  // namespace scrub837::ledger
