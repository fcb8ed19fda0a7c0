#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <ctime>

#include "src/cli/metrics.hpp"
#include "src/inbox/arrival.hpp"
#include "src/inbox/retention.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/file_builder.hpp"

// What `inbox` does beside scrubbing: logs, metrics, alarms, retention; and what `files` and `doctor` say.
namespace scrub837::test::unattended_test {
namespace {

namespace fs = std::filesystem;

std::string file_of(std::string const& claims, std::string const& control = "000000001") {
  return file_with(interchange_with(group_with(set_with("0001", claims)), control));
}

class Installation {
 public:
  explicit Installation(std::string const& more = {}) {
    fs::create_directories(folder_ / "in");
    write_file(folder_ / "scrub837.toml",
               more +
                   "[inbox]\ninbox = 'in'\nout = 'out'\narchive = 'archive'\n"
                   "quarantine = 'quarantine'\nledger = 'ledger.db'\nmin_age = 0\n");
  }
  void put(std::string const& name, std::string const& bytes) { write_file(folder_ / "in" / name, bytes); }
  Ran run(std::vector<std::string> words, bool with_config = true) {
    if (with_config) words.insert(words.end(), {"--config", "scrub837.toml"});
    return run_binary(words, folder_.path().string());
  }
  [[nodiscard]] fs::path path(std::string const& name) const { return folder_.path() / name; }

 private:
  TemporaryFolder folder_;
};

TEST_CASE("log: JSON lines in a file of its owner's, with what was done and no patient") {
  Installation here;
  here.put("a.837", file_of(claim_with("ACCOUNT-77", "SV1*HC:99600*125*UN*1***1~")));
  CHECK(here.run({"inbox", "--log", "run.log"}).code == 1);
  here.put("b.txt", "no claims");
  CHECK(here.run({"inbox", "--log", "run.log"}).code == 3);
  auto const log = read_file(here.path("run.log"));
  CHECK(std::ranges::count(log, '\n') == 4);
  CHECK(log.find("\"level\":\"info\"") != std::string::npos);
  CHECK(log.find("Z\",") != std::string::npos);
  CHECK(log.find("a.837: held, 1 claims, 1 held") != std::string::npos);
  CHECK(log.find("ACCOUNT-77") == std::string::npos);
  CHECK(here.run({"inbox", "--log-level", "loud"}).code == 2);
}

TEST_CASE("metrics: what the last pass did, for everybody to read") {
  Installation here;
  here.put("a.837", file_of(claim_with("A")));
  CHECK(here.run({"inbox", "--metrics", "scrub837.prom"}).code == 0);
  auto const text = read_file(here.path("scrub837.prom"));
  CHECK(text.find("scrub837_inbox_files{result=\"scrubbed\"} 1\n") != std::string::npos);
  CHECK(text.find("scrub837_inbox_claims{disposition=\"clean\"} 1\n") != std::string::npos);
  CHECK(text.find("scrub837_inbox_charges_dollars{disposition=\"clean\"} 125.00\n") != std::string::npos);
  CHECK(text.find("scrub837_inbox_last_pass_exit_code 0\n") != std::string::npos);
  struct stat status {};
  REQUIRE(::stat(here.path("scrub837.prom").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0644);
}

TEST_CASE("alarm: nothing in the day before the expected hour, nor since") {
  using inbox::is_overdue;
  std::time_t const now = 2'000'000'000;
  auto const hour = [](std::time_t at) {
    struct tm time {};
    ::localtime_r(&at, &time);
    return inbox::Hour{time.tm_hour, time.tm_min};
  };
  std::time_t const an_hour = 3600, day = 24 * an_hour;
  // The hour was an hour ago.
  auto const passed = hour(now - an_hour);
  CHECK(is_overdue(passed, now, std::nullopt));
  CHECK(is_overdue(passed, now, now - an_hour - day - 60));
  CHECK(!is_overdue(passed, now, now - an_hour - day + 120));
  CHECK(!is_overdue(passed, now, now - 60));
  // The hour comes in an hour: yesterday's counts.
  auto const to_come = hour(now + an_hour);
  CHECK(!is_overdue(to_come, now, now + an_hour - 2 * day + 120));
  CHECK(is_overdue(to_come, now, now + an_hour - 2 * day - 60));
  CHECK(inbox::hour_of("06:30")->minute == 30);
  CHECK(inbox::hour_of("6:30")->hour == 6);
  for (auto const* const wrong : {"", ":00", "24:00", "06:60", "06.00", "ab:cd"})
    CHECK(!inbox::hour_of(wrong));
}

TEST_CASE("alarm: exit code 3 if nothing came") {
  Installation here;
  auto const ran = here.run({"inbox", "--expect-by", "00:00", "--quiet"});
  CHECK(ran.code == 3);
  CHECK(ran.out.find("NOTHING CAME by 00:00") != std::string::npos);
  here.put("a.837", file_of(claim_with("A")));
  CHECK(here.run({"inbox", "--expect-by", "00:00"}).code == 0);
  CHECK(here.run({"inbox", "--expect-by", "00:00"}).code == 0);
  CHECK(here.run({"inbox", "--expect-by", "noon"}).code == 2);
}

TEST_CASE("retention: what is too old goes; what a legal hold lists stays") {
  Installation here;
  write_file(here.path("hold.txt"), "# a matter\n  kept.837 # until 2030\n");
  here.put("old.837", file_of(claim_with("A")));
  here.put("kept.837", file_of(claim_with("B"), "000000002"));
  CHECK(here.run({"inbox"}).code == 0);
  auto const folder = fs::current_path();
  fs::current_path(here.path(""));
  ledger::Ledger ledger("ledger.db");
  inbox::LegalHold const hold("hold.txt");
  Retention const a_day{.archive_days = 1, .outputs_days = 1, .ledger_days = 1, .legal_hold = {}};
  auto const now = std::time(nullptr);
  constexpr std::time_t day = 24L * 60 * 60;
  CHECK(inbox::prune(ledger, a_day, hold, now).files.empty());
  CHECK(inbox::prune(ledger, {}, hold, now + 100 * day).files.empty());
  auto const pruned = inbox::prune(ledger, a_day, hold, now + 2 * day);
  fs::current_path(folder);
  CHECK(pruned.rows == 1);
  REQUIRE(!pruned.files.empty());
  CHECK(pruned.files[0] == "archive/old.837");
  CHECK(!fs::exists(here.path("archive/old.837")));
  CHECK(!fs::exists(here.path("out/old.clean.837")));
  CHECK(!fs::exists(here.path("out/old.summary.json")));
  CHECK(fs::exists(here.path("archive/kept.837")));
  CHECK(fs::exists(here.path("out/kept.clean.837")));
  CHECK(here.run({"history"}).out.find("old.837") == std::string::npos);
  CHECK(here.run({"history"}).out.find("kept.837") != std::string::npos);
}

TEST_CASE("retention: the configuration file says how long, and a mistake in it is named") {
  Installation here("[retention]\narchive_days = 2190\noutputs_days = 2190\nledger_days = 2190\n");
  here.put("a.837", file_of(claim_with("A")));
  CHECK(here.run({"inbox"}).code == 0);
  CHECK(fs::exists(here.path("archive/a.837")));
  for (auto const* const wrong :
       {"[retention]\ndays = 1\n", "[retention]\narchive_days = -1\n",
        "[retention]\nlegal_hold = 'nowhere.txt'\n", "[send]\nusage = []\n", "[send]\nto = ['X']\n"}) {
    CAPTURE(std::string(wrong));
    CHECK(Installation(wrong).run({"inbox"}).code == 2);
  }
}

TEST_CASE("retention: a legal hold keeps what reruns made of a file, and says what it names in vain") {
  Installation here;
  write_file(here.path("hold.txt"), "a.837\n");
  here.put("a.837", file_of(claim_with("A", "SV1*HC:99600*125*UN*1***1~")));
  CHECK(here.run({"inbox"}).code == 1);
  CHECK(here.run({"rerun", "--worklist", "out/a.worklist.csv", "out/a.held.837", "--out", "sent"}).code == 1);
  auto const folder = fs::current_path();
  fs::current_path(here.path(""));
  ledger::Ledger ledger("ledger.db");
  Retention const a_day{.archive_days = 1, .outputs_days = 1, .ledger_days = 1, .legal_hold = {}};
  constexpr std::time_t days = 24L * 60 * 60;
  auto const pruned =
      inbox::prune(ledger, a_day, inbox::LegalHold("hold.txt"), std::time(nullptr) + 9 * days);
  write_file("./hold.txt", "A.837\nb#1.837  # a matter\n");
  auto const unknown =
      inbox::prune(ledger, a_day, inbox::LegalHold("hold.txt"), std::time(nullptr) + 9 * days);
  write_file("./hold.txt", "sent/a.rerun.held.837\n");
  auto const of_output =
      inbox::prune(ledger, a_day, inbox::LegalHold("hold.txt"), std::time(nullptr) + 9 * days);
  fs::current_path(folder);
  CHECK(pruned.files.empty());
  CHECK(pruned.rows == 0);
  CHECK(pruned.unmatched_holds.empty());
  CHECK(unknown.unmatched_holds == std::vector<std::string>{"A.837", "b#1.837"});
  CHECK(unknown.files.empty());
  CHECK(fs::exists(here.path("sent/a.rerun.held.837")));
  CHECK(of_output.unmatched_holds.size() == 1);  // an output is named without its folder
}

TEST_CASE("retention: the ledger cannot forget what it is asked for") {
  auto const ran = Installation("[retention]\nledger_days = 30\n").run({"inbox"});
  CHECK(ran.code == 2);
  CHECK(ran.err.find("less than sent_days") != std::string::npos);
}

TEST_CASE("status: what there is to send, and when the inbox was looked at") {
  Installation here;
  here.put("a.837", file_of(claim_with("A")));
  CHECK(here.run({"inbox"}).code == 0);
  auto const text = here.run({"status"}).out;
  CHECK(text.find("to send: " + fs::canonical(here.path("out/a.clean.837")).string()) != std::string::npos);
  CHECK(text.find("the inbox was looked at last at 20") != std::string::npos);
}

TEST_CASE("metrics: a pass that cannot begin says so") {
  Installation here;
  fs::remove_all(here.path("in"));
  CHECK(here.run({"inbox", "--metrics", "scrub837.prom"}).code == 4);
  CHECK(read_file(here.path("scrub837.prom")).find("exit_code 4") != std::string::npos);
}

TEST_CASE("send: what may not be sent from here is held, and cannot be released") {
  Installation here("[send]\nusage = ['P']\n");
  here.put("test.837", replaced(file_of(claim_with("A")), "*P*:", "*T*:"));
  CHECK(here.run({"inbox"}).code == 1);
  CHECK(!fs::exists(here.path("out/test.clean.837")));
  CHECK(read_file(here.path("out/test.findings.csv")).find("ENV021") != std::string::npos);
  CHECK(here.run({"history", "--claim", "A"}).out.find("held for ENV021") != std::string::npos);
}

TEST_CASE("send: no option lets out what may not be sent") {
  for (auto const* const word : {"--ignore=ENV", "--select=NAR", "--severity=ENV021=info", "--ignore=ALL"}) {
    CAPTURE(std::string(word));
    Installation here("[send]\nusage = ['P']\n");
    here.put("test.837", replaced(file_of(claim_with("A")), "*P*:", "*T*:"));
    CHECK(here.run({"inbox", word}).code == 1);
    CHECK(!fs::exists(here.path("out/test.clean.837")));
  }
}

TEST_CASE("files: every file that holds patients' data, and no other") {
  Installation here;
  here.put("a.837", file_of(claim_with("A", "SV1*HC:99600*125*UN*1***1~")));
  here.put("b.txt", "no claims");
  CHECK(here.run({"inbox"}).code == 3);
  CHECK(
      here.run({"rerun", "--worklist", "out/a.worklist.csv", "out/a.held.837", "--out", "elsewhere"}).code ==
      1);
  here.put("waiting.837", "x");
  write_file(here.path("out/.z.clean.837.tmp"), "x");
  auto const list = here.run({"files"}).out;
  for (auto const* const name :
       {"archive/a.837", "quarantine/b.txt", "in/waiting.837", "out/a.held.837", "out/a.worklist.csv",
        "elsewhere/a.rerun.held.837", "ledger.db.key", "out/.z.clean.837.tmp"}) {
    CAPTURE(std::string(name));
    CHECK(list.find(name) != std::string::npos);
  }
  CHECK(list.find("summary.json") == std::string::npos);
  CHECK(list.find("reason.txt") == std::string::npos);
  CHECK(here.run({"files", "--format", "csv"}).out.starts_with("kind,mode,bytes,changed,path\r\n"));
  CHECK(here.run({"files"}, false).code == 2);
}

TEST_CASE("doctor: an installation that is in order, and one that is not") {
  Installation here;
  here.put("a.837", file_of(claim_with("A")));
  CHECK(here.run({"inbox"}).code == 0);
  auto ran = here.run({"doctor"});
  CAPTURE(ran.out);
  CHECK(ran.code == 0);
  CHECK(ran.out.find("MEND") == std::string::npos);
  CHECK(ran.out.find("sound; last run 1") != std::string::npos);
  ran = here.run({"doctor", "--archive", "in/archive"});
  CHECK(ran.out.find("in/archive is in the inbox") != std::string::npos);
  fs::permissions(here.path("in"), fs::perms::all);
  CHECK(here.run({"doctor"}).out.find("can be written by everybody") != std::string::npos);
  fs::permissions(here.path("ledger.db.key"), fs::perms::owner_all | fs::perms::others_read);
  fs::remove_all(here.path("in"));
  ran = here.run({"doctor"});
  CHECK(ran.code == 4);
  CHECK(ran.out.find("ledger.db.key is open to other users") != std::string::npos);
  CHECK(ran.out.find("chmod 0600") != std::string::npos);
  CHECK(ran.out.find("in: No such file") != std::string::npos);
  fs::remove(here.path("ledger.db.key"));
  CHECK(here.run({"doctor"}).out.find("is missing") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::unattended_test
