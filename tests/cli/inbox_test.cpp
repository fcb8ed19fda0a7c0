#include <doctest/doctest.h>

#include <fstream>

#include "src/ledger/ledger.hpp"
#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/inbox_folders.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/typed_cells.hpp"

namespace scrub837::test::inbox_test {
namespace {

namespace fs = std::filesystem;

std::string const undescribed = "SV1*HC:99600*125*UN*1***1~";

TEST_CASE(
    "inbox: a file is scrubbed and stands in the archive, what is no X12 in quarantine with its reason") {
  Inbox inbox;
  inbox.put("good.837", arriving(claim_with("A")));
  inbox.put("north/held.837", arriving(claim_with("B", undescribed), "000000002"));
  inbox.put("letter.txt", "Dear sirs\n");
  auto const ran = inbox.run();
  CHECK(ran.code == 3);
  CHECK(ran.out.find("3 files, 2 claims: 1 clean") != std::string::npos);
  CHECK(ran.out.find("1 in quarantine") != std::string::npos);
  CHECK(inbox.read("archive/good.837") == arriving(claim_with("A")));
  CHECK(inbox.has("archive/north/held.837"));
  CHECK(inbox.has("out/good.clean.837"));
  CHECK(inbox.has("out/north/held.held.837"));
  CHECK(inbox.has("out/run.summary.json"));
  CHECK(inbox.read("quarantine/letter.txt.reason.txt").find("no readable ISA") != std::string::npos);
  for (auto const* const name : {"in/good.837", "in/north/held.837", "in/letter.txt"})
    CHECK(!inbox.has(name));
}

TEST_CASE("inbox: a pass with nothing to do says so, and changes nothing") {
  Inbox inbox;
  inbox.put("a.837", arriving(claim_with("A")));
  CHECK(inbox.run().code == 0);
  auto const before = inbox.read("out/a.summary.json");
  auto const ran = inbox.run();
  CHECK(ran.code == 0);
  CHECK(ran.out == "scrub837 inbox: 0 files\n");
  CHECK(inbox.read("out/a.summary.json") == before);
  CHECK(inbox.run({"--quiet"}).out == "");
}

TEST_CASE("inbox: the same content is not scrubbed twice, unless that is asked for") {
  Inbox inbox;
  auto const bytes = arriving(claim_with("A"));
  inbox.put("a.837", bytes);
  CHECK(inbox.run().code == 0);
  inbox.put("b.837", bytes);
  auto ran = inbox.run();
  CHECK(ran.code == 0);
  CHECK(ran.out.find("1 scrubbed before, not sent again") != std::string::npos);
  CHECK(!inbox.has("out/b.clean.837"));
  CHECK(inbox.read("archive/b.837") == bytes);
  CHECK(inbox.run({"--quiet"}).out == "");
  inbox.put("again.837", bytes);
  CHECK(inbox.run({"--quiet"}).out.find("not sent again") != std::string::npos);
}

TEST_CASE("inbox: --force scrubs the same content again, and sends no claim twice") {
  Inbox inbox;
  auto const bytes = arriving(claim_with("A") + claim_with("B", undescribed));
  inbox.put("a.837", bytes);
  CHECK(inbox.run().code == 1);
  auto const sent = inbox.read("out/a.clean.837");
  auto const worklist = inbox.read("out/a.worklist.csv");
  inbox.put("a.837", bytes);
  auto ran = inbox.run();
  CHECK(ran.out.find("1 of their claims held then") != std::string::npos);
  CHECK(ran.out.find("2 claims, 1 of them held then: fill in ") != std::string::npos);
  inbox.put("a.837", bytes);
  CHECK(inbox.run({"--force"}).code == 1);
  CHECK(inbox.read("out/a.clean.837") == sent);
  CHECK(inbox.read("out/a.worklist.csv") == worklist);
  CHECK(!inbox.has("out/a.run3.clean.837"));
  CHECK(inbox.read("out/a.run3.findings.csv").find("DUP002") != std::string::npos);
  inbox.put("c.837", bytes);
  CHECK(inbox.run({"--force"}).code == 1);
  CHECK(!inbox.has("out/c.clean.837"));
  CHECK(inbox.has("out/c.held.837"));
}

TEST_CASE("inbox: the worklist of a pass stays when the next one writes its own") {
  Inbox inbox;
  auto const put = [&](std::string const& name, std::string const& control) {
    inbox.put(name + ".837", arriving(claim_with(name, undescribed), control));
  };
  put("A", "000000001");
  put("B", "000000002");
  CHECK(inbox.run().code == 1);
  write_file(inbox.path("out/run.worklist.csv"), "typed\n");
  CHECK(inbox.run().code == 0);  // nothing is ready
  CHECK(inbox.read("out/run.worklist.csv") == "typed\n");
  put("C", "000000003");
  CHECK(inbox.run().code == 1);
  CHECK(inbox.read("out/run.1.worklist.csv") == "typed\n");
  // Of a pass with one file, too.
  CHECK(inbox.read("out/run.worklist.csv").find(",C,") != std::string::npos);
  put("D", "000000004");
  put("E", "000000005");
  CHECK(inbox.run().code == 1);
  CHECK(inbox.read("out/run.worklist.csv").find(",C,") == std::string::npos);
  CHECK(inbox.has("out/run.worklist.csv"));
  CHECK(inbox.read("out/run.1.worklist.csv") == "typed\n");
}

TEST_CASE("inbox: a file of the same name does not write over what an earlier one left") {
  Inbox inbox;
  inbox.put("a.837", arriving(claim_with("A")));
  CHECK(inbox.run().code == 0);
  auto const first = inbox.read("out/a.clean.837");
  inbox.put("a.837", arriving(claim_with("B"), "000000002"));
  CHECK(inbox.run().code == 0);
  CHECK(inbox.read("out/a.clean.837") == first);
  std::size_t clean = 0;
  for (auto const& entry : fs::directory_iterator(inbox.path("out")))
    clean += entry.path().string().ends_with(".clean.837") ? 1U : 0U;
  CHECK(clean == 2);
}

TEST_CASE("inbox: a claim that went out comes again in another file and is held") {
  Inbox inbox;
  inbox.put("a.837", arriving(claim_with("A")));
  CHECK(inbox.run().code == 0);
  inbox.put("b.837", arriving(claim_with("A"), "000000002"));
  CHECK(inbox.run().code == 1);
  CHECK(inbox.read("out/b.findings.csv").find("DUP002") != std::string::npos);
  CHECK(inbox.read("out/b.findings.csv").find("as interchange 000000001") != std::string::npos);
  auto const history = inbox.ask({"history", "--claim", "A"});
  CHECK(history.code == 0);
  CHECK(history.out.find("clean, sent as interchange 000000001") != std::string::npos);
  CHECK(history.out.find("had been sent already; not sent again (DUP002)") != std::string::npos);
}

TEST_CASE("inbox: a worklist that is run twice sends nothing the second time") {
  Inbox inbox;
  inbox.put("a.837", arriving(claim_with("A", undescribed) + claim_with("B")));
  CHECK(inbox.run().code == 1);
  auto const worklist = with_typed(inbox.read("out/a.worklist.csv"), 0,
                                   {{Typed::narrative, "COMPLEX WOUND CARE LEFT HEEL 45 MIN"}});
  write_file(inbox.path("filled.csv"), worklist);
  auto const rerun = [&] {
    return inbox.ask({"rerun", "--worklist", "filled.csv", "out/a.held.837", "--out", "out"});
  };
  auto const first = rerun();
  CHECK(first.code == 0);
  auto const sent = inbox.read("out/a.rerun.clean.837");
  auto const second = rerun();
  CHECK(second.code == 1);
  CHECK(second.out.find("already sent on 20") != std::string::npos);
  CHECK(second.out.find("was already run at 20") != std::string::npos);
  // What went out the first time may not have been fetched yet.
  CHECK(inbox.read("out/a.rerun.clean.837") == sent);
  std::size_t clean = 0;
  for (auto const& entry : fs::directory_iterator(inbox.path("out")))
    clean += entry.path().string().find(".rerun.") != std::string::npos &&
                     entry.path().string().ends_with(".clean.837")
                 ? 1U
                 : 0U;
  CHECK(clean == 1);
  auto const history = inbox.ask({"history", "--claim", "A", "--format", "jsonl"});
  CHECK(std::ranges::count(history.out, '\n') == 3);
}

TEST_CASE("inbox: a claim that replaces another is not sent twice by its worklist") {
  Inbox inbox;
  inbox.put("a.837", arriving(replaced(claim_with("A", undescribed), ":B:1*", ":B:7*")));
  CHECK(inbox.run().code == 1);
  write_file(inbox.path("filled.csv"),
             with_typed(inbox.read("out/a.worklist.csv"), 0,
                        {{Typed::narrative, "COMPLEX WOUND CARE LEFT HEEL 45 MIN"},
                         {Typed::release_reason, "the payer has the number of the first one"}}));
  auto const rerun = [&] {
    return inbox.ask({"rerun", "--worklist", "filled.csv", "out/a.held.837", "--out", "out"}).code;
  };
  static_cast<void>(rerun());
  static_cast<void>(rerun());
  static_cast<void>(rerun());
  std::size_t clean = 0;
  for (auto const& entry : fs::directory_iterator(inbox.path("out")))
    clean += entry.path().string().ends_with(".clean.837") ? 1U : 0U;
  CHECK(clean == 1);
}

TEST_CASE("inbox: a name that is a pass's own, and one that a reader has half taken") {
  Inbox inbox;
  inbox.put("run.837", arriving(claim_with("A")));
  inbox.put("b.837", arriving(claim_with("B"), "000000002"));
  CHECK(inbox.run().code == 0);
  CHECK(inbox.has("out/run.summary.json"));
  CHECK(inbox.read("out/run.summary.json").find("\"claims_in\": 2") != std::string::npos);
  fs::remove(inbox.path("out/b.summary.json"));
  auto const first = inbox.read("out/b.clean.837");
  inbox.put("b.837", arriving(claim_with("C"), "000000003"));
  CHECK(inbox.run().code == 0);
  CHECK(inbox.read("out/b.clean.837") == first);
}

TEST_CASE("inbox: a file in quarantine is not written over by the reason of another") {
  Inbox inbox;
  inbox.put("x.837.reason.txt", "Dear sirs\n");
  CHECK(inbox.run().code == 3);
  inbox.put("x.837", "no claims\n");
  CHECK(inbox.run().code == 3);
  CHECK(inbox.read("quarantine/x.837.reason.txt") == "Dear sirs\n");
}

TEST_CASE("inbox: two inboxes with one ledger do not take each other's runs") {
  Inbox inbox;
  inbox.put("a.837", arriving(claim_with("A")));
  CHECK(inbox.run().code == 0);
  ledger::Ledger ledger(inbox.path("ledger.db"));
  static_cast<void>(ledger.begin_run("inbox", "/elsewhere/in"));
  CHECK(ledger.unfinished_run("inbox", "/elsewhere/in").has_value());
  inbox.put("b.837", arriving(claim_with("B"), "000000002"));
  auto const ran = inbox.run();
  CHECK(ran.code == 0);
  CHECK(ran.out.find("1 file, 1 claim") != std::string::npos);
  CHECK(ledger.unfinished_run("inbox", "/elsewhere/in").has_value());
}

TEST_CASE("inbox: the ledger or the outputs below the inbox are refused, links or not") {
  Inbox inbox;
  fs::create_directory_symlink("in", inbox.path("outside"));
  CHECK(inbox.run({"--min-age=0", "--config", "x.toml"}).code == 2);
  auto const with = [&](std::string const& out, std::string const& ledger) {
    return run_binary({"inbox", "--inbox", "in", "--out", out, "--archive", "archive", "--quarantine",
                       "quarantine", "--ledger", ledger},
                      inbox.path("").string());
  };
  CHECK(with("out", "in/ledger.db").code == 2);
  CHECK(with("outside/out", "ledger.db").code == 2);
  CHECK(with("out", "ledger.db").code == 0);
}

TEST_CASE("inbox: a sent claim is released by a reason in its own row alone") {
  Inbox inbox;
  auto const claim = claim_with("A", undescribed);
  inbox.put("a.837", arriving(claim));
  CHECK(inbox.run().code == 1);
  auto const release = [](std::string const& worklist, std::size_t row, std::string const& reason) {
    return with_typed(worklist, row, {{Typed::release_reason, reason}, {Typed::released_by, "J. Roe"}});
  };
  std::string const approved = "payer accepts it without a text, per phone call with the payer";
  std::string const rejected = "the clearinghouse rejected the first one";
  write_file(inbox.path("one.csv"), release(inbox.read("out/a.worklist.csv"), 0, approved));
  auto const first = inbox.ask({"rerun", "--worklist", "one.csv", "out/a.held.837", "--out", "out"});
  CHECK(first.code == 0);
  // The same claim in another file: what was typed about its missing narrative does not send it again.
  inbox.put("b.837", arriving(claim, "000000002"));
  CHECK(inbox.run().code == 1);
  auto const rows = inbox.read("out/b.worklist.csv");
  auto const own = rows.find("DUP002") < rows.find("NAR001") ? 0U : 1U;
  write_file(inbox.path("two.csv"), release(rows, 1 - own, approved));
  CHECK(inbox.ask({"rerun", "--worklist", "two.csv", "out/b.held.837", "--out", "out"}).code == 1);
  write_file(inbox.path("three.csv"), release(release(rows, own, rejected), 1 - own, approved));
  auto const third = inbox.ask({"rerun", "--worklist", "three.csv", "out/b.held.837", "--out", "out3"});
  CAPTURE(third.out);
  CHECK(third.code == 0);
  auto const history = inbox.ask({"history", "--claim", "A"});
  CHECK(history.out.find("released, sent as") != std::string::npos);
  CHECK(history.out.find("released by J. Roe") != std::string::npos);
  // Run once more, it sends nothing, and what was released stays on record.
  auto const releases = inbox.read("out3/three.releases.csv");
  CHECK(releases.find("J. Roe") != std::string::npos);
  CHECK(inbox.ask({"rerun", "--worklist", "three.csv", "out/b.held.837", "--out", "out3"}).code == 1);
  CHECK(inbox.read("out3/three.releases.csv") == releases);
}

TEST_CASE("rerun: of a held file that was run twice, the folder has the later outputs read") {
  Inbox inbox;
  inbox.put("a.837", arriving(claim_with("A", undescribed) + claim_with("B", undescribed)));
  CHECK(inbox.run().code == 1);
  write_file(inbox.path("filled.csv"),
             with_typed(inbox.read("out/a.worklist.csv"), 0,
                        {{Typed::narrative, "COMPLEX WOUND CARE LEFT HEEL 45 MIN"}}));
  for (int times = 0; times < 2; ++times)
    CHECK(inbox.ask({"rerun", "--worklist", "filled.csv", "out/a.held.837", "--out", "sent"}).code == 1);
  auto const ran = inbox.ask({"rerun", "--worklist", "filled.csv", "sent", "--out", "sent2"});
  CHECK(ran.out.find("left out: sent/a.rerun.held.837; a later rerun beside it has its claims") !=
        std::string::npos);
  CHECK(!inbox.has("sent2/a.rerun2.held.837"));
}

TEST_CASE("inbox: what is wrong with the folders is said before anything is done") {
  Inbox inbox;
  inbox.put("a.837", arriving(claim_with("A")));
  CHECK(inbox.run({"--out", "in/out"}).code == 2);
  CHECK(run_binary({"inbox"}, inbox.path("").string()).code == 2);
  CHECK(inbox.run({"a.837"}).code == 2);
  CHECK(inbox.has("in/a.837"));
  fs::remove_all(inbox.path("in"));
  auto const gone = inbox.run();
  CHECK(gone.code == 4);
  CHECK(gone.err.find("make it, or mount it") != std::string::npos);
}

TEST_CASE("inbox: the configuration file names the folders, and every command asks its ledger") {
  Inbox inbox(std::vector<std::string>{});
  inbox.put("a.837", arriving(claim_with("A")));
  write_file(inbox.path("scrub837.toml"),
             "hold = 'error'\nout = 'elsewhere'\n[inbox]\ninbox = 'in'\nout = 'out'\narchive = 'archive'\n"
             "quarantine = 'quarantine'\nledger = 'ledger.db'\nmin_age = 0\n");
  auto const run = [&](std::vector<std::string> words) {
    words.insert(words.end(), {"--config", "scrub837.toml"});
    return run_binary(words, inbox.path("").string());
  };
  CHECK(run({"inbox"}).code == 0);
  CHECK(inbox.has("out/a.clean.837"));
  CHECK(!inbox.has("elsewhere"));
  CHECK(run({"history"}).out.find("1 claim: 1 clean (125.00)") != std::string::npos);
  CHECK(run({"status", "1"}).out.find("ended ") != std::string::npos);
  write_file(inbox.path("again.837"), arriving(claim_with("A"), "000000002"));
  CHECK(run({"scrub", "again.837"}).code == 1);
  CHECK(inbox.has("elsewhere/again.held.837"));
  write_file(inbox.path("wrong.toml"), "[inbox]\narchiv = 'x'\n");
  auto const wrong = run_binary({"inbox", "--config", "wrong.toml"}, inbox.path("").string());
  CHECK(wrong.code == 2);
  CHECK(wrong.err.find("did you mean archive?") != std::string::npos);
}

TEST_CASE("scrub: with a ledger the same file can be scrubbed again, and its outputs are the same") {
  TemporaryFolder const folder;
  write_file(folder / "a.837", arriving(claim_with("A")));
  auto const scrub = [&](std::string const& out) {
    return run_binary({"scrub", "a.837", "--out", out, "--ledger", "l.db"}, folder.path().string()).code;
  };
  CHECK(scrub("one") == 0);
  CHECK(scrub("one") == 0);
  CHECK(scrub("two") == 0);
  CHECK(read_file(folder / "one/a.clean.837") == read_file(folder / "two/a.clean.837"));
}

}  // namespace
}  // namespace scrub837::test::inbox_test
