#include <doctest/doctest.h>
#include <soci/soci.h>

#include <ctime>

#include "src/inbox/inbox_lock.hpp"
#include "src/inbox/retention.hpp"
#include "src/ledger/database.hpp"
#include "src/ledger/ledger.hpp"
#include "src/text/utc_time.hpp"
#include "tests/cli/inbox_folders.hpp"

// What may come between two passes: a kill, another file of the same name, a wrong clock, a clumsy
// configuration.

namespace scrub837::test::inbox_hazards_test {
namespace {

std::string const undescribed = "SV1*HC:99600*125*UN*1***1~";

void change_ledger(Inbox const& inbox, std::vector<std::string> const& statements) {
  ledger::Ledger ledger(inbox.path("ledger.db"));
  ledger.database().change([&](soci::session& sql) {
    for (auto const& statement : statements) sql << statement;
  });
}

// As a kill leaves it behind the last name of the outputs, and before the move to the archive.
void cut_off_before_the_move(Inbox const& inbox, std::string const& name) {
  change_ledger(inbox, {"UPDATE runs SET ended = NULL, exit_code = NULL",
                        "UPDATE files SET state = 'published', moved_to = NULL"});
  std::filesystem::rename(inbox.path("archive/" + name), inbox.path("in/" + name));
}

TEST_CASE("inbox: outputs of a run that was cut off stay when another file has the name of its input") {
  for (bool const grown : {false, true}) {
    CAPTURE(grown);
    Inbox inbox;
    auto const first = claim_with("A") + claim_with("B", undescribed);
    inbox.put("a.837", arriving(first));
    CHECK(inbox.run().code == 1);
    auto const sent = inbox.read("out/a.clean.837");
    auto const held = inbox.read("out/a.held.837");
    cut_off_before_the_move(inbox, "a.837");
    inbox.put("a.837", arriving(grown ? first + claim_with("C") : claim_with("C"), "000000002"));
    auto const ran = inbox.run();
    CHECK(ran.code == 3);
    CHECK(inbox.read("out/a.clean.837") == sent);
    CHECK(inbox.read("out/a.held.837") == held);
    std::string all;
    for (auto const& entry : std::filesystem::directory_iterator(inbox.path("out"))) {
      if (entry.path().string().ends_with(".clean.837")) all += read_file(entry.path());
    }
    CHECK(all.find("CLM*C*") != std::string::npos);
    CHECK(inbox.run().out == "scrub837 inbox: 0 files\n");
  }
}

TEST_CASE("inbox: two files that share a stem leave the outputs of an earlier night alone") {
  Inbox inbox;
  inbox.put("a.837", arriving(claim_with("A")));
  CHECK(inbox.run().code == 0);
  auto const sent = inbox.read("out/a.clean.837");
  inbox.put("a.837", arriving(claim_with("B"), "000000002"));
  inbox.put("a.edi", arriving(claim_with("C"), "000000003"));
  CHECK(inbox.run().code == 0);
  CHECK(inbox.read("out/a.clean.837") == sent);
  CHECK(inbox.has("out/a.837.clean.837"));
  CHECK(inbox.has("out/a.edi.clean.837"));
}

TEST_CASE("inbox: a pass that completes another one has its worklist rows in the report, too") {
  Inbox inbox({"--min-age", "0", "--html"});
  inbox.put("a.837", arriving(claim_with("A", undescribed)));
  CHECK(inbox.run().code == 1);
  cut_off_before_the_move(inbox, "a.837");
  inbox.put("b.837", arriving(claim_with("B", undescribed), "000000002"));
  CHECK(inbox.run().code == 1);
  auto const page = inbox.read("out/run.report.html");
  auto const worklist = inbox.read("out/run.worklist.csv");
  // The key is the last cell of a row.
  std::size_t rows = 0;
  for (std::size_t end = worklist.find('\n', worklist.find('\n') + 1); end != std::string::npos;
       end = worklist.find('\n', end + 1)) {
    auto const line_end = worklist.find_last_not_of("\r\n", end);
    auto const begin = worklist.rfind(',', line_end) + 1;
    CHECK(page.find(worklist.substr(begin, line_end + 1 - begin)) != std::string::npos);
    ++rows;
  }
  CHECK(rows == 2);
}

TEST_CASE("inbox: what is received is not kept where outputs are sent from") {
  Inbox const inbox;
  for (auto const& [archive, quarantine] :
       std::vector<std::pair<std::string, std::string>>{{"out", "q"}, {"out/archive", "q"}, {"a", "out"}}) {
    auto const ran = run_binary({"inbox", "--inbox", "in", "--out", "out", "--archive", archive,
                                 "--quarantine", quarantine, "--ledger", "ledger.db"},
                                inbox.path("").string());
    CHECK(ran.code == 2);
    CHECK(ran.err.find("is in the folder of the outputs") != std::string::npos);
  }
}

TEST_CASE("inbox: with a clock that is behind the ledger nothing is sent") {
  Inbox inbox;
  inbox.put("a.837", arriving(claim_with("A")));
  CHECK(inbox.run().code == 0);
  constexpr std::time_t days = 24L * 60 * 60;
  change_ledger(inbox, {"UPDATE runs SET started = '" + utc_time(std::time(nullptr) + 3 * days) + "'"});
  inbox.put("b.837", arriving(claim_with("B"), "000000002"));
  auto const ran = inbox.run();
  CHECK(ran.code == 4);
  CHECK(ran.err.find("set the clock") != std::string::npos);
  CHECK(!inbox.has("out/b.clean.837"));
  // Was it the other way round, and nobody set it for a day, that clock is right.
  change_ledger(inbox, {"UPDATE facts SET value = '" + utc_time(std::time(nullptr) - 2 * days) +
                        "' WHERE name = 'clock_behind_since'"});
  CHECK(inbox.run().code == 0);
  CHECK(inbox.has("out/b.clean.837"));
}

TEST_CASE("inbox: a clock that jumps ahead removes nothing, and says so") {
  Inbox inbox({"--min-age", "0", "--config", "c.toml"});
  write_file(inbox.path("c.toml"), "[retention]\narchive_days = 400\noutputs_days = 400\n");
  inbox.put("a.837", arriving(claim_with("A")));
  CHECK(inbox.run().code == 0);
  // As if all of it were of long ago.
  change_ledger(inbox, {"UPDATE runs SET started = '2020-01-01T00:00:00Z'",
                        "UPDATE files SET at = '2020-01-01T00:00:00Z'",
                        "UPDATE facts SET value = '2020-01-01T00:00:00Z' WHERE name = 'last_pass'"});
  auto const ran = inbox.run();
  CHECK(ran.code == 3);
  CHECK(ran.err.find("is the clock right?") != std::string::npos);
  CHECK(inbox.has("out/a.clean.837"));
  CHECK(inbox.has("archive/a.837"));
  CHECK(inbox.run().code == 0);
  CHECK(inbox.has("out/a.clean.837"));
  // A week later.
  change_ledger(inbox, {"UPDATE facts SET value = '" + utc_time(std::time(nullptr) - 1) +
                        "' WHERE name = 'removal_waits_until'"});
  CHECK(inbox.run().code == 0);
  CHECK(!inbox.has("out/a.clean.837"));
}

TEST_CASE("inbox: a name as long as a name may be") {
  Inbox inbox;
  std::string const name = std::string(245, 'a') + ".837";
  inbox.put(name, arriving(claim_with("A")));
  CHECK(inbox.run().code == 0);
  CHECK(inbox.has("archive/" + name));
  std::size_t clean = 0;
  for (auto const& entry : std::filesystem::directory_iterator(inbox.path("out")))
    clean += entry.path().string().ends_with(".clean.837") ? 1U : 0U;
  CHECK(clean == 1);
}

TEST_CASE("inbox: a new ledger beside a full archive is told") {
  Inbox inbox;
  inbox.put("a.837", arriving(claim_with("A")));
  CHECK(inbox.run().code == 0);
  for (auto const& entry : std::filesystem::directory_iterator(inbox.path(""))) {
    if (entry.path().filename().string().starts_with("ledger.db")) std::filesystem::remove(entry.path());
  }
  auto const ran = inbox.run();
  CHECK(ran.code == 3);
  CHECK(ran.err.find("it knows no claim that was sent") != std::string::npos);
  CHECK(inbox.run().code == 0);
}

TEST_CASE("scrub with a ledger: what it replaces of another file is told") {
  Inbox const inbox;
  auto const scrub = [&](std::string const& claim) {
    write_file(inbox.path("night.837"), arriving(claim_with(claim)));
    return run_binary({"scrub", "night.837", "--out", "out", "--ledger", "ledger.db"},
                      inbox.path("").string())
        .err;
  };
  CHECK(scrub("A").empty());
  CHECK(scrub("A").empty());
  CHECK(scrub("B").find("night.clean.837 of run 2 is replaced") != std::string::npos);
}

TEST_CASE("retention: reports of whole runs go with their age, and nothing else of that name") {
  TemporaryFolder const folder;
  for (auto const* const name :
       {"run.worklist.csv", "run.12.report.html", "run.summary.json", "runs.worklist.csv"})
    write_file(folder / name, "x");
  auto const now = std::time(nullptr);
  constexpr std::time_t day = 24L * 60 * 60;
  CHECK(inbox::prune_run_outputs(folder.path(), 10, now).empty());
  CHECK(inbox::prune_run_outputs(folder.path(), 0, now + 100 * day).empty());
  CHECK(inbox::prune_run_outputs(folder.path(), 10, now + 11 * day).size() == 2);
  CHECK(names_in(folder.path()) == "run.summary.json runs.worklist.csv");
}

TEST_CASE("doctor: a run that is at work, and for too long, is told") {
  Inbox inbox;
  inbox.put("a.837", arriving(claim_with("A")));
  CHECK(inbox.run().code == 0);
  auto const path = inbox.path("in/.scrub837.lock");
  CHECK(!inbox::holding(path));
  inbox::InboxLock lock(path);
  REQUIRE(lock.try_to_take());
  auto const held = inbox::holding(path);
  REQUIRE(held);
  CHECK(held->since == lock.held_since());
  CHECK(!held->process.empty());
  auto const doctor = [&] {
    return run_binary({"doctor", "--inbox", "in", "--out", "out", "--archive", "archive", "--quarantine",
                       "quarantine", "--ledger", "ledger.db"},
                      inbox.path("").string());
  };
  CHECK(doctor().out.find("is at work since") != std::string::npos);
  write_file(path, "2020-01-01T00:00:00Z process 7\n");
  auto const ran = doctor();
  CHECK(ran.code == 4);
  CHECK(ran.out.find("It is stuck") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::inbox_hazards_test
