#include "src/ledger/ledger.hpp"

#include <doctest/doctest.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/stat.h>

#include "src/ledger/database.hpp"
#include "src/ledger/embedded.hpp"
#include "src/text/quick_hash.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::ledger_test {
namespace {

namespace fs = std::filesystem;
using ledger::ClaimHash;
using ledger::FileState;
using ledger::Ledger;

unsigned mode_of(fs::path const& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777U;
}

void execute(fs::path const& path, std::vector<std::string> const& statements) {
  soci::session sql(soci::sqlite3, "dbname=\"" + path.string() + "\"");
  for (auto const& statement : statements) sql << statement;
}

// A ledger of the first schema, with a file and a claim that went out.
void write_first_version(fs::path const& path) {
  std::string schema(ledger::embedded::schema_steps[0]);
  std::vector<std::string> statements;
  std::string text;
  for (std::size_t begin = 0; begin < schema.size();) {
    auto const end = std::min(schema.find('\n', begin), schema.size());
    auto const line = schema.substr(begin, end - begin);
    text += line.substr(0, line.find("--")) + "\n";
    begin = end + 1;
  }
  for (std::size_t begin = 0; begin < text.size();) {
    auto const end = std::min(text.find(';', begin), text.size());
    if (text.find_first_not_of(" \n", begin) < end) statements.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  statements.insert(
      statements.end(),
      {"INSERT INTO runs VALUES (7, 'inbox', '0.0.9', '2026-11-01T02:00:00Z', '2026-11-01T02:00:05Z', 0)",
       "INSERT INTO files VALUES (3, 7, 'in/a.837', 'abc', 12, 'archived', 'ok', '/out/a.summary.json', "
       "'d1 a.clean.837', '2026-11-01T02:00:04Z', 'archive/a.837')",
       "INSERT INTO claims VALUES (3, 1, 1, 11, 12, NULL, 13, 'clean', 12500, '')",
       "INSERT INTO numbers VALUES ('interchange', 500)", "PRAGMA user_version = 1"});
  execute(path, statements);
}

TEST_CASE("ledger: it and its key are for their owner alone") {
  TemporaryFolder const folder;
  { Ledger const made(folder.path() / "new/l.db"); }
  CHECK(mode_of(folder.path() / "new/l.db") == 0600);
  CHECK(mode_of(folder.path() / "new/l.db.key") == 0600);
}

TEST_CASE("ledger: one of the version before is read, and nothing in it is lost") {
  TemporaryFolder const folder;
  auto const path = folder.path() / "l.db";
  write_first_version(path);
  write_file(folder.path() / "l.db.key", std::string(64, 'a') + "\n");
  Ledger ledger(path);
  auto const file = ledger.file_with("abc");
  REQUIRE(file);
  CHECK(file->state == FileState::archived);
  CHECK(file->moved_to == "archive/a.837");
  CHECK(file->outputs == std::vector<std::string>{"d1 a.clean.837"});
  CHECK(ledger.take_numbers("interchange", 1, 1, 999'999'999) == 500);
  // What only the new version has can be written.
  ledger.end_run(7, 1, "a line");
  ledger.note_worklist(7, Ledger::Direction::back, "w.csv", "w1");
  CHECK(!ledger.worklist_came_back("w1").empty());
  CHECK(ledger.database().damage() == "");
}

TEST_CASE("ledger: what cannot be one is refused, and says why") {
  TemporaryFolder const folder;
  auto const fails_with = [](fs::path const& path, std::string const& words) {
    try {
      Ledger const ledger(path);
    } catch (EnvironmentError const& error) {
      CAPTURE(error.what());
      return std::string(error.what()).find(words) != std::string::npos;
    }
    return false;
  };
  execute(folder.path() / "other.db", {"CREATE TABLE songs (name TEXT)"});
  CHECK(fails_with(folder.path() / "other.db", "not a ledger"));
  execute(folder.path() / "later.db", {"CREATE TABLE runs (id)", "PRAGMA user_version = 99"});
  CHECK(fails_with(folder.path() / "later.db", "later version"));
  write_file(folder.path() / "text.db", std::string(5000, 'x'));
  CHECK(fails_with(folder.path() / "text.db", "cannot be used"));
}

TEST_CASE("ledger: without its key a ledger with claims is not used") {
  TemporaryFolder const folder;
  auto const path = folder.path() / "l.db";
  write_first_version(path);
  CHECK_THROWS_AS(Ledger{path}, EnvironmentError);
  CHECK(!fs::exists(folder.path() / "l.db.key"));
  write_file(folder.path() / "l.db.key", "no key\n");
  CHECK_THROWS_AS(Ledger{path}, EnvironmentError);
}

TEST_CASE("ledger: with the key of another ledger, or a key whose ledger is gone, nothing is begun") {
  TemporaryFolder const folder;
  auto const path = folder.path() / "l.db";
  auto const key = folder.path() / "l.db.key";
  write_first_version(path);
  write_file(key, std::string(64, 'a') + "\n");
  { Ledger const first(path); }
  write_file(key, std::string(64, 'b') + "\n");
  CHECK_THROWS_WITH_AS(Ledger{path}, doctest::Contains("is the key of another ledger"), EnvironmentError);
  write_file(key, std::string(64, 'a') + "\n");
  { Ledger const again(path); }
  fs::remove(path);
  CHECK_THROWS_WITH_AS(Ledger{path}, doctest::Contains("is missing or empty, but its key is there"),
                       EnvironmentError);
  write_file(path, "");
  CHECK_THROWS_AS(Ledger{path}, EnvironmentError);
  fs::remove(key);
  { Ledger const fresh(path); }
  // One without claims may get another key.
  write_file(key, std::string(64, 'c') + "\n");
  { Ledger const fresh(path); }
}

TEST_CASE("ledger: when an inbox was looked at last") {
  TemporaryFolder const folder;
  Ledger ledger(folder.path() / "l.db");
  CHECK(ledger.last_pass().empty());
  ledger.note_pass();
  CHECK(ledger.last_pass().starts_with("20"));
}

TEST_CASE("ledger: numbers are taken once, and those that are not used are free again") {
  TemporaryFolder const folder;
  Ledger one(folder.path() / "l.db");
  Ledger other(folder.path() / "l.db");
  CHECK(one.take_numbers("interchange", 100, 10, 999) == 100);
  CHECK(other.take_numbers("interchange", 50, 10, 999) == 110);
  other.give_back_numbers("interchange", 120, 112);
  CHECK(one.take_numbers("interchange", 1, 1, 999) == 112);
  // Somebody took others meanwhile.
  other.give_back_numbers("interchange", 112, 100);
  CHECK(one.take_numbers("interchange", 1, 1, 999) == 113);
  // Beyond the largest it begins anew.
  CHECK(one.take_numbers("interchange", 5, 900, 999) == 5);
}

TEST_CASE("ledger: a run that has no end is found again") {
  TemporaryFolder const folder;
  Ledger ledger(folder.path() / "l.db");
  CHECK(!ledger.unfinished_run("inbox"));
  auto const run = ledger.begin_run("inbox");
  CHECK(ledger.unfinished_run("inbox") == run);
  CHECK(!ledger.unfinished_run("scrub"));
  ledger.end_run(run, 0, "done");
  CHECK(!ledger.unfinished_run("inbox"));
}

TEST_CASE("ledger: hashes are apart by kind and key") {
  TemporaryFolder const folder;
  write_file(folder.path() / "a.key", std::string(64, 'a') + "\n");
  write_file(folder.path() / "b.key", std::string(64, 'b') + "\n");
  ClaimHash const a(folder.path() / "a.key", false);
  ClaimHash const b(folder.path() / "b.key", false);
  CHECK(a(ClaimHash::Of::id, "X") == a(ClaimHash::Of::id, "X"));
  CHECK(a(ClaimHash::Of::id, "X") != a(ClaimHash::Of::content, "X"));
  CHECK(a(ClaimHash::Of::id, "X") != a(ClaimHash::Of::id, "Y"));
  CHECK(a(ClaimHash::Of::id, "X") != b(ClaimHash::Of::id, "X"));
}

// Ledgers keep hashes of such hashes: a change would make them forget what was sent.
TEST_CASE("ledger: the hash by which services are compared does not change") {
  CHECK(QuickHash(1).add("SMITH").add(std::uint64_t{20260914}).value() == 0x1d517896e5aaf039U);
}

}  // namespace
}  // namespace scrub837::test::ledger_test
