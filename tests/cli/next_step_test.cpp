#include "src/cli/next_step.hpp"

#include <doctest/doctest.h>

#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::next_step_test {
namespace {

std::string after_summary(std::string const& out) {
  auto const at = out.find("Next:");
  return at == std::string::npos ? out : out.substr(at);
}

struct Desk {
  Desk() {
    write_file(folder / "good.837", good_bytes());
    write_file(folder / "bad.837", bad_bytes());
    write_file(folder / "both.837",
               file_of(st() + provider("1*") + subscriber("2*1") + good("G") + bad("H") + se(12)));
    write_file(folder / "note.837", "I");
    auto cut = good_bytes();
    write_file(folder / "cut.837", cut.substr(0, cut.find("GE*")));
  }
  std::string next(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"scrub", "--out", "out", "--select", "NAR,ENV"});
    return after_summary(run_binary(arguments, folder.path().string()).out);
  }
  TemporaryFolder folder;
};

TEST_CASE("the last lines of scrub say what to do next") {
  Desk desk;
  CHECK(desk.next({"good.837"}) == "Next: send out/good.clean.837.\n      no claim is held.\n");
  CHECK(desk.next({"good.837", "--html"}) ==
        "Next: open out/run.report.html in a browser to see what was checked.\n"
        "      send out/good.clean.837.\n      no claim is held.\n");
  CHECK(desk.next({"bad.837", "--html"})
            .starts_with("Next: open out/run.report.html in a browser to see what is held.\n"));
  CHECK(desk.next({"both.837"}) ==
        "Next: send out/both.clean.837.\n"
        "      fill in out/both.worklist.csv, then run:\n"
        "      scrub837 rerun --worklist out/both.worklist.csv out/both.held.837 --select NAR,ENV --out "
        "sent\n");
  CHECK(
      desk.next({"bad.837"}) ==
      "Next: fill in out/bad.worklist.csv, then run:\n"
      "      scrub837 rerun --worklist out/bad.worklist.csv out/bad.held.837 --select NAR,ENV --out sent\n");
  CHECK(desk.next({"note.837"}) == "Next: ask the sender for note.837 again: it cannot be read.\n");
  CHECK(desk.next({"cut.837"}) == "Next: ask the sender for cut.837 again: it has a damaged envelope.\n");
  // What is asked of a claim in a damaged envelope is no use before the file is whole.
  auto const bad = bad_bytes();
  write_file(desk.folder / "cut_bad.837", bad.substr(0, bad.find("GE*")));
  CHECK(desk.next({"cut_bad.837"}) ==
        "Next: ask the sender for cut_bad.837 again: it has a damaged envelope.\n");
  CHECK(desk.next({"note.837", "cut.837"}) ==
        "Next: ask the sender for note.837 again: it cannot be read.\n"
        "      ask the sender for cut.837 again: it has a damaged envelope.\n");
  Desk fresh;  // without outputs of other runs
  CHECK(fresh.next({"good.837", "both.837", "bad.837", "note.837"}) ==
        "Next: send the *.clean.837 files in out.\n"
        "      ask the sender for note.837 again: it cannot be read.\n"
        "      fill in out/run.worklist.csv, then run:\n"
        "      scrub837 rerun --worklist out/run.worklist.csv out --select NAR,ENV --out sent\n");
  std::filesystem::create_directory(desk.folder / "none");
  CHECK(desk.next({"none"}) == "Next: check the folder; no claim file was found.\n");
}

TEST_CASE("the last lines of rerun: a held file is made anew, not asked for") {
  Desk desk;
  desk.next({"bad.837"});
  auto const rerun = [&](std::string const& input) {
    return after_summary(run_binary({"rerun", "--worklist", "out/bad.worklist.csv", "--out", "sent",
                                     "--select", "NAR,ENV", input},
                                    desk.folder.path().string())
                             .out);
  };
  auto cut = bad_bytes();
  write_file(desk.folder / "night.held.837", cut.substr(0, cut.find("GE*")));
  CHECK(rerun("night.held.837")
            .starts_with("Next: scrub the file that night.held.837 came from again: the held file has a "
                         "damaged envelope.\n"));
  std::filesystem::create_directory(desk.folder / "none");
  CHECK(rerun("none") == "Next: check the folder; no held file (*.held.837) was found.\n");
}

TEST_CASE("the command that takes the worklist has every option that changes the outputs") {
  Desk desk;
  write_file(desk.folder / "demo.guide", "guide DEMO narrows 005010X222A1\n2300 REF REF01=G1 R\n");
  auto const next = desk.next({"bad.837", "--guide", "demo.guide", "--snip", "1-4", "--minimum-necessary",
                               "--optional-rows", "--jobs", "2", "--ledger", "sent.db", "--sent-days", "30"});
  for (auto const* const option : {" --guide demo.guide", " --snip 1-4", " --minimum-necessary",
                                   " --optional-rows", " --ledger sent.db", " --sent-days 30"}) {
    CAPTURE(option);
    CHECK(next.find(option) != std::string::npos);
  }
  CHECK(next.find("--jobs") == std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::next_step_test
