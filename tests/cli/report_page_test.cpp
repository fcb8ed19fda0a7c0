#include <doctest/doctest.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/scrub/short_files.hpp"

// run.report.html as `scrub --html` writes it.
namespace scrub837::test::report_page_cli_test {
namespace {

namespace fs = std::filesystem;

class Nights {
 public:
  Nights() {
    for (std::string const name : {"a", "b", "c", "d"}) {
      auto const claims = good("G" + name) + bad("H" + name);
      write_file(folder / ("in/" + name + ".837"),
                 file_of(st() + provider("1*") + subscriber("2*1") + claims + se(12)));
    }
  }
  Ran scrub(std::vector<std::string> const& more) {
    std::vector<std::string> arguments{"scrub", "--out", "out", "--select", "NAR"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_binary(arguments, folder.path().string());
  }
  [[nodiscard]] fs::path report() const { return folder.path() / "out/run.report.html"; }
  TemporaryFolder folder;
};

TEST_CASE("run.report.html: private, the same bytes on every run and for any --jobs, named in the summary") {
  Nights nights;
  auto const ran = nights.scrub({"in", "--html"});
  CHECK(ran.code == 1);
  CHECK(ran.out.find("out/run.report.html in a browser") != std::string::npos);
  struct stat status {};
  REQUIRE(::stat(nights.report().c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600);
  auto const page = read_file(nights.report());
  CHECK(page.find("<h1>4 of 8 claims held, $400.00</h1>") != std::string::npos);
  auto const summary = nlohmann::json::parse(read_file(nights.folder.path() / "out/run.summary.json"));
  REQUIRE(summary["outputs"].size() == 2);
  CHECK(summary["outputs"][1]["name"] == "run.report.html");
  CHECK(summary["outputs"][1]["bytes"] == page.size());
  CHECK(nights.scrub({"in", "--html", "--jobs", "4"}).code == 1);
  CHECK(read_file(nights.report()) == page);
}

TEST_CASE("run.report.html: of one input too; a run without --html removes an earlier one") {
  Nights nights;
  CHECK(nights.scrub({"in/a.837", "--html"}).code == 1);
  auto const page = read_file(nights.report());
  CHECK(page.find("<h1>1 of 2 claims held, $100.00</h1>") != std::string::npos);
  CHECK_FALSE(fs::exists(nights.folder.path() / "out/run.summary.json"));
  struct stat status {};
  REQUIRE(::stat(nights.report().c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600);
  CHECK(nights.scrub({"in/a.837"}).code == 1);
  CHECK_FALSE(fs::exists(nights.report()));
  CHECK(nights.scrub({"in", "--html"}).code == 1);
  CHECK(fs::exists(nights.report()));
  CHECK(nights.scrub({"in"}).code == 1);
  CHECK_FALSE(fs::exists(nights.report()));
}

TEST_CASE("run.report.html: rerun writes one too") {
  Nights nights;
  CHECK(nights.scrub({"in"}).code == 1);
  auto const ran = run_binary({"rerun", "--worklist", "out/run.worklist.csv", "out", "--out", "sent",
                               "--select", "NAR", "--html", "--control-number", "7"},
                              nights.folder.path().string());
  CHECK(ran.code == 1);
  CHECK(
      read_file(nights.folder.path() / "sent/run.report.html").find("<h1>4 of 4 claims held, $400.00</h1>") !=
      std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::report_page_cli_test
