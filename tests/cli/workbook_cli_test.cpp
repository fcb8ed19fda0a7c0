#include <doctest/doctest.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "src/worklist/workbook_csv.hpp"
#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/scrub/short_files.hpp"

// Worklists as workbooks: `scrub --xlsx`, and `rerun --worklist FILE.xlsx`.
namespace scrub837::test::workbook_cli_test {
namespace {

namespace fs = std::filesystem;

class Batches {
 public:
  Batches() {
    for (std::string const name : {"a", "b"}) {
      auto const claims = good("G" + name) + bad("H" + name);
      write_file(folder / ("in/" + name + ".837"),
                 file_of(st() + provider("1*") + subscriber("2*1") + claims + se(12)));
    }
  }
  Ran run(std::vector<std::string> arguments, std::vector<std::string> const& more) {
    arguments.insert(arguments.end(), {"--select", "NAR"});
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_binary(arguments, folder.path().string());
  }
  TemporaryFolder folder;
};

TEST_CASE(
    "worklist.xlsx: private, the same bytes on every run, named in the summary; withdrawn like the CSV") {
  Batches batches;
  auto const ran = batches.run({"scrub", "--out", "out"}, {"in/a.837", "--xlsx"});
  CHECK(ran.code == 1);
  CHECK(ran.out.find("fill in out/a.worklist.xlsx") != std::string::npos);
  auto const path = batches.folder.path() / "out/a.worklist.xlsx";
  auto const bytes = read_file(path);
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600);
  auto const summary = nlohmann::json::parse(read_file(batches.folder.path() / "out/a.summary.json"));
  bool named = false;
  for (auto const& output : summary["outputs"])
    named = named || (output["name"] == "a.worklist.xlsx" && output["bytes"] == bytes.size());
  CHECK(named);
  CHECK(batches.run({"scrub", "--out", "out"}, {"in/a.837", "--xlsx"}).code == 1);
  CHECK(read_file(path) == bytes);
  CHECK(batches.run({"scrub", "--out", "out"}, {"in/a.837"}).code == 1);
  CHECK_FALSE(fs::exists(path));
}

TEST_CASE("run.worklist.xlsx has the rows of all inputs") {
  Batches batches;
  auto const ran = batches.run({"scrub", "--out", "out"}, {"in", "--xlsx"});
  CHECK(ran.code == 1);
  CHECK(ran.out.find("rerun --worklist out/run.worklist.xlsx out") != std::string::npos);
  auto const csv = workbook_as_csv(read_file(batches.folder.path() / "out/run.worklist.xlsx"));
  CHECK(csv.find("\r\nrequired,Ha,") != std::string::npos);
  CHECK(csv.find("\r\nrequired,Hb,") != std::string::npos);
  CHECK(batches.run({"scrub", "--out", "out"}, {"in"}).code == 1);
  CHECK_FALSE(fs::exists(batches.folder.path() / "out/run.worklist.xlsx"));
}

TEST_CASE("rerun reads a workbook as it reads the CSV, and names its results alike") {
  Batches batches;
  CHECK(batches.run({"scrub", "--out", "out"}, {"in/a.837", "--xlsx"}).code == 1);
  auto const rerun = [&](std::string const& worklist, std::string const& out) {
    auto ran = batches.run({"rerun", "--out", out, "--worklist", worklist, "--control-number", "7"},
                           {"out/a.held.837", "--xlsx"});
    return std::pair(ran.code, read_file(batches.folder.path() / out / "a.worklist.results.csv"));
  };
  CHECK(rerun("out/a.worklist.xlsx", "s1") == rerun("out/a.worklist.csv", "s2"));
  CHECK(fs::exists(batches.folder.path() / "s1/a.rerun.worklist.xlsx"));
}

TEST_CASE("rerun: a workbook that can't be read is wrong usage, said in words") {
  Batches batches;
  CHECK(batches.run({"scrub", "--out", "out"}, {"in/a.837", "--xlsx"}).code == 1);
  auto const whole = read_file(batches.folder.path() / "out/a.worklist.xlsx");
  write_file(batches.folder / "cut.xlsx", whole.substr(0, whole.size() / 2));
  auto const ran = batches.run({"rerun", "--out", "sent", "--worklist", "cut.xlsx"}, {"out/a.held.837"});
  CHECK(ran.code == 2);
  CHECK(ran.err.find("cut.xlsx: the workbook is damaged or incomplete") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::workbook_cli_test
