#include "src/ledger/database.hpp"

#include <fmt/format.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <array>
#include <chrono>
#include <string_view>
#include <thread>

#include "src/io/file_operations.hpp"
#include "src/ledger/embedded.hpp"

namespace scrub837::ledger {
namespace {

// How long another process may keep the ledger for itself.
constexpr int patience_seconds = 60;

// A connection string of SOCI, in which blanks part the options.
std::string connection(std::filesystem::path const& path) {
  auto const name = path.string();
  if (name.find('"') != std::string::npos)
    throw EnvironmentError("the name of a ledger cannot contain a quotation mark: " + name);
  return fmt::format("dbname=\"{}\" timeout={} synchronous=full", name, patience_seconds);
}

void execute_all(soci::session& sql, std::string_view statements) {
  // Comments of a schema have semicolons, too.
  std::string text;
  for (std::size_t begin = 0; begin < statements.size();) {
    auto const end = std::min(statements.find('\n', begin), statements.size());
    auto const line = statements.substr(begin, end - begin);
    text.append(line.substr(0, line.find("--"))).push_back('\n');
    begin = end + 1;
  }
  for (std::size_t begin = 0; begin < text.size();) {
    auto const end = std::min(text.find(';', begin), text.size());
    auto const statement = text.substr(begin, end - begin);
    if (statement.find_first_not_of(" \n") != std::string::npos) sql << statement;
    begin = end + 1;
  }
}

// SOCI does not close what it cannot use.
void refuse_other_formats(FileDescriptor const& file, std::filesystem::path const& path) {
  constexpr std::string_view beginning("SQLite format 3\0", 16);
  std::array<char, beginning.size()> found{};
  auto const size = read_some_at(file.get(), found, 0, path.string());
  if (size == 0 || std::string_view(found.data(), size) == beginning) return;
  throw EnvironmentError("the ledger " + path.string() +
                         " cannot be used: it is no SQLite database. Restore it from a backup");
}

}  // namespace

Database::Transaction::~Transaction() {
  if (!open_) return;
  try {
    *sql_ << "ROLLBACK";
  } catch (soci::soci_error const&) {
    // SQLite has rolled back by itself, as it does where the disk is full.
    open_ = false;
  }
}

void Database::Transaction::commit() {
  *sql_ << "COMMIT";
  open_ = false;
}

Database::Database(std::filesystem::path path) : path_(std::move(path)) {
  if (path_.has_parent_path()) make_folders(path_.parent_path());
  // SQLite gives its other files the mode of this one.
  {
    auto const file = open_file(path_, OpenMode::create);
    make_private(file, path_);
    refuse_other_formats(file, path_);
  }
  try {
    open_session();
    session_ << "PRAGMA journal_mode = WAL";
    session_ << "PRAGMA foreign_keys = ON";
    migrate();
  } catch (soci::soci_error const& error) {
    throw failure(error);
  }
}

// SQLite does not wait here for one that writes.
void Database::open_session() {
  constexpr auto pause = std::chrono::milliseconds(100);
  auto const patience = std::chrono::steady_clock::now() + std::chrono::seconds(patience_seconds);
  for (;;) {
    try {
      return session_.open(soci::sqlite3, connection(path_));
    } catch (soci::soci_error const& error) {
      bool const is_locked = std::string_view(error.what()).find("locked") != std::string_view::npos;
      if (!is_locked || std::chrono::steady_clock::now() > patience) throw;
    }
    std::this_thread::sleep_for(pause);
  }
}

// The version stands in the file's header. Two runs at once must not do the same step twice.
void Database::migrate() {
  auto const version_of = [&] {
    int version = 0;
    session_ << "PRAGMA user_version", soci::into(version);
    return version;
  };
  auto const& steps = embedded::schema_steps;
  auto const newest = static_cast<int>(steps.size());
  if (version_of() == newest) return;
  Transaction transaction(session_);
  auto const version = version_of();
  if (version > newest) {
    throw EnvironmentError(fmt::format(
        "the ledger {} is of a later version of scrub837 (schema {}; this program knows up to {})",
        path_.string(), version, newest));
  }
  int tables = 0;
  session_ << "SELECT count(*) FROM sqlite_master", soci::into(tables);
  if (version == 0 && tables > 0)
    throw EnvironmentError(path_.string() + " is an SQLite database, but not a ledger of scrub837");
  for (auto step = version; step < newest; ++step)
    execute_all(session_, steps.at(static_cast<std::size_t>(step)));
  session_ << fmt::format("PRAGMA user_version = {}", newest);
  transaction.commit();
}

std::string Database::damage() {
  return with([](soci::session& sql) {
    std::string found;
    sql << "PRAGMA quick_check(1)", soci::into(found);
    return found == "ok" ? std::string{} : found;
  });
}

EnvironmentError Database::failure(soci::soci_error const& error) const {
  // SOCI adds the statement with its values.
  std::string what = error.what();
  what.resize(std::min(what.find(" while "), what.size()));
  if (auto const function = what.find("::");
      function != what.npos && what.find(": ", function + 2) != what.npos)
    what.erase(0, what.find(": ", function + 2) + 2);
  bool const damaged = what.find("malformed") != what.npos || what.find("not a database") != what.npos;
  EnvironmentError failed(fmt::format("the ledger {} cannot be used: {}{}", path_.string(), what,
                                      damaged ? ". Restore it from a backup" : ""));
  return failed;
}

}  // namespace scrub837::ledger
