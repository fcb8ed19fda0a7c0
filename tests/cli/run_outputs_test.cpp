#include "src/cli/run_outputs.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/typed_cells.hpp"

namespace scrub837::test::run_outputs_test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::string night_of(std::string const& payer, std::string const& npi, std::string const& claims,
                     int segments) {
  return file_of(st() + "HL*1**20*1~NM1*85*2*AGENCY " + npi + "*****XX*" + npi + "~" + subscriber("2*1") +
                 "NM1*PR*2*" + payer + "*****PI*ID" + payer + "~" + claims + se(segments));
}

// Two files in a folder, of two payers and two providers, and one below it.
class Nights {
 public:
  Nights() {
    write_file(folder / "in/a.837", night_of("BLUE", "1", good("G1") + bad("H1"), 14));
    write_file(folder / "in/b.837", night_of("GREEN", "1", good("G2"), 11));
    write_file(folder / "in/sub/c.837", night_of("BLUE", "2", bad("H2"), 11));
  }
  Ran scrub(std::vector<std::string> inputs = {"in"}) {
    std::vector<std::string> arguments{"scrub", "--out", "out", "--select", "NAR"};
    arguments.insert(arguments.end(), inputs.begin(), inputs.end());
    return run_binary(arguments, folder.path().string());
  }
  Json summary() { return Json::parse(read_file(folder / "out/run.summary.json")); }
  TemporaryFolder folder;
};

TEST_CASE("run.worklist.csv: the rows of all files, and with the folder a rerun of all of them") {
  Nights nights;
  CHECK(nights.scrub().code == 1);
  auto const at = nights.folder.path();
  auto const worklist = read_file(at / "out/run.worklist.csv");
  CHECK(cell_of(worklist, 0, "file") == "in/a.837");
  CHECK(cell_of(worklist, 0, "claim") == "H1");
  CHECK(cell_of(worklist, 1, "file") == "in/sub/c.837");
  CHECK(cell_of(worklist, 1, "claim") == "H2");
  struct stat status {};
  REQUIRE(::stat((at / "out/run.worklist.csv").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600);
  auto const outputs = nights.summary()["outputs"];
  REQUIRE(outputs.size() == 1);
  CHECK(outputs[0]["name"] == "run.worklist.csv");
  CHECK(outputs[0]["bytes"] == worklist.size());

  auto typed = with_typed(worklist, 0, {{Typed::narrative, "COMPLEX WOUND CARE LEFT HEEL 45 MIN"}});
  typed = with_typed(typed, 1, {{Typed::release_reason, "PAYER AGREED BY PHONE"}});
  write_file(at / "out/run.worklist.csv", typed);
  auto const ran = run_binary({"rerun", "--worklist", "out/run.worklist.csv", "out", "--out", "sent",
                               "--select", "NAR", "--control-number", "7"},
                              at.string());
  CHECK(ran.code == 0);
  CHECK(read_file(at / "sent/a.rerun.clean.837").find("COMPLEX WOUND CARE") != std::string::npos);
  CHECK(fs::exists(at / "sent/sub/c.rerun.clean.837"));
  CHECK(read_file(at / "sent/run.worklist.results.csv").find("3,H2,1,") != std::string::npos);
  CHECK_FALSE(fs::exists(at / "sent/run.worklist.csv"));

  // Nothing is asked any more: that of the run before is gone.
  write_file(nights.folder / "in/a.837", good_bytes());
  fs::remove_all(at / "in/sub");
  CHECK(nights.scrub().code == 0);
  CHECK_FALSE(fs::exists(at / "out/run.worklist.csv"));
}

TEST_CASE("rerun of a folder: the latest held file of each name, so that nothing goes out twice") {
  Nights nights;
  CHECK(nights.scrub().code == 1);
  auto const at = nights.folder.path();
  auto const rerun = [&](std::string const& from, std::string const& to, std::size_t row,
                         Cells const& cells) {
    auto const worklist = from + "/run.worklist.csv";
    write_file(at / worklist, with_typed(read_file(at / worklist), row, cells));
    return run_binary({"rerun", "--worklist", worklist, from, "--out", to, "--select", "NAR"}, at.string());
  };
  // Nothing that helps; then one claim; then the other, each from the folder of the round before.
  CHECK(rerun("out", "sent", 0, {{Typed::narrative, "TBD"}}).code == 1);
  CHECK(rerun("sent", "sent", 0, {{Typed::narrative, ""}, {Typed::release_reason, "PAYER AGREED BY PHONE"}})
            .code == 1);
  auto const last = rerun("sent", "sent", 0, {{Typed::release_reason, "AGREED TOO, PER CONTRACT"}});
  CHECK(last.code == 0);
  CHECK(last.out.find("left out: sent/a.rerun.held.837; a later rerun") != std::string::npos);
  int sent = 0;
  for (auto const& entry : fs::recursive_directory_iterator(at / "sent")) {
    if (!entry.path().string().ends_with(".clean.837")) continue;
    auto const bytes = read_file(entry.path());
    for (auto found = bytes.find("CLM*"); found != std::string::npos; found = bytes.find("CLM*", found + 1))
      ++sent;
  }
  CHECK(sent == 2);
  // The record has both, though each round wrote it.
  auto const releases = read_file(at / "sent/run.worklist.releases.csv");
  CHECK(releases.find(",H1,1,") != std::string::npos);
  CHECK(releases.find(",H2,1,") != std::string::npos);
}

TEST_CASE("run.summary.json: totals of all files, by payer and billing provider, and the files' summaries") {
  Nights nights;
  CHECK(nights.scrub().code == 1);
  auto const run = nights.summary();
  CHECK(run["status"] == "held");
  CHECK(run["claims_in"] == 4);
  CHECK(run["claims_held"] == 2);
  CHECK(run["charges_in"] == "400.00");
  CHECK(run["lines"] == 4);
  CHECK(run["findings_by_rule"]["NAR001"] == 2);
  CHECK(run["files"] == Json({"a.summary.json", "b.summary.json", "sub/c.summary.json"}));
  CHECK(run["by_payer"].size() == 2);
  CHECK(run["by_payer"][0]["payer"] == "BLUE");
  CHECK(run["by_payer"][0]["payer_id"] == "IDBLUE");
  CHECK(run["by_payer"][0]["claims_in"] == 3);
  CHECK(run["by_payer"][0]["claims_held"] == 2);
  CHECK(run["by_payer"][0]["charges_held"] == "200.00");
  CHECK(run["by_payer"][1]["charges_clean"] == "100.00");
  CHECK(run["by_billing_provider"][0]["provider"] == "AGENCY 1");
  CHECK(run["by_billing_provider"][0]["provider_npi"] == "1");
  CHECK(run["by_billing_provider"][0]["claims_in"] == 3);
  CHECK(run["by_billing_provider"][1]["claims_held"] == 1);
  // What is said of one file has the same fields.
  auto const file = Json::parse(read_file(nights.folder / "out/a.summary.json"));
  for (auto const& field : file.items()) {
    auto const& key = field.key();
    if (key != "file" && key != "sha256") CHECK_MESSAGE(run.contains(key), key);
  }
  struct stat status {};
  REQUIRE(::stat((nights.folder / "out/run.summary.json").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600);
}

TEST_CASE("run.summary.json: of one named input there is none; of several, or of a folder, there is") {
  Nights nights;
  CHECK(nights.scrub({"in/a.837"}).code == 1);
  CHECK_FALSE(fs::exists(nights.folder / "out/run.summary.json"));
  CHECK(nights.scrub({"in/a.837", "in/b.837"}).code == 1);
  CHECK(nights.summary()["files"].size() == 2);
  CHECK(nights.scrub({"in/sub"}).code == 1);
  CHECK(nights.summary()["files"] == Json({"c.summary.json"}));
  fs::create_directory(nights.folder / "empty");
  CHECK(nights.scrub({"empty"}).code == 0);
  CHECK(nights.summary()["claims_in"] == 0);
}

TEST_CASE("run.summary.json: an input called run.837 keeps its whole name") {
  Nights nights;
  write_file(nights.folder / "in/run.837", good_bytes());
  CHECK(nights.scrub().code == 1);
  CHECK(nights.summary()["files"].size() == 4);
  CHECK(fs::exists(nights.folder / "out/run.837.summary.json"));
}

TEST_CASE("run.summary.json: a rerun over a folder has one, too") {
  Nights nights;
  REQUIRE(nights.scrub().code == 1);
  auto const ran = run_binary({"rerun", "--worklist", "out/a.worklist.csv", "out", "--out", "sent"},
                              nights.folder.path().string());
  CHECK(ran.code == 1);
  auto const run = Json::parse(read_file(nights.folder / "sent/run.summary.json"));
  CHECK(run["files"] == Json({"a.rerun.summary.json", "sub/c.rerun.summary.json"}));
}

TEST_CASE("run.summary.json: if something fails there is none, and the files are done") {
  Nights nights;
  REQUIRE(nights.scrub().code == 1);
  // A folder where an output of b.837 belongs.
  fs::remove(nights.folder / "out/b.summary.json");
  fs::create_directories(nights.folder / "out/b.summary.json/x");
  auto const ran = nights.scrub();
  CHECK(ran.code == 4);
  CHECK_FALSE(fs::exists(nights.folder / "out/run.summary.json"));
  CHECK(fs::exists(nights.folder / "out/sub/c.summary.json"));
  CHECK(ran.out.find("Next: correct the error above") != std::string::npos);

  fs::remove_all(nights.folder / "out");
  fs::create_directories(nights.folder / "out/run.summary.json");
  fs::create_directories(nights.folder / "out/run.summary.json/x");
  CHECK(nights.scrub().code == 4);
  CHECK_FALSE(fs::exists(nights.folder / "out/a.summary.json"));
}

}  // namespace
}  // namespace scrub837::test::run_outputs_test
