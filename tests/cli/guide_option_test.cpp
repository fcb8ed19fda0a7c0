#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "src/io/sha256.hpp"
#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::guide_option_test {
namespace {

constexpr std::string_view heading = "guide DEMO narrows 005010X222A1\n";

class Desk {
 public:
  Desk() { write_file(folder / "good.837", good_bytes()); }
  Ran run(std::string const& rows, std::vector<std::string> arguments) {
    write_file(folder / "demo.guide", std::string(heading) + rows);
    arguments.insert(arguments.end(), {"--guide", "demo.guide"});
    return run_binary(arguments, folder.path().string());
  }
  TemporaryFolder folder;
};

TEST_CASE("--guide: a mistake is named in plain words, with its place and a caret") {
  Desk desk;
  struct Case {
    std::string row, place, message;
  };
  for (auto const& one : std::vector<Case>{
           {"2000B  SBR  : 03X", "2:17", "expected R, S or N"},
           {"2000B  SBR  : X", "2:14", "expected an element and its usage, as 02S"},
           {"2000B  SBR  : 09R=", "2:19", "expected codes, as EI/SY"},
           {"2400  SV1  : 01R(X)", "2:18", "expected a component and its usage, as 02S"},
           {"2400  SV1  : 01R(02R", "2:21", "expected a closing parenthesis"},
           {"2000B  SBR  R  5  \"x", "2:21", "expected a closing quotation mark"},
           {"2000B  SBR  R  @x", "2:17", "expected a number"},
           {"2000B  SBR  R ?", "2:15", "expected the end of the line"},
           {"2000B  SBR  : 09R=CI/ZZZ", "2:22", "the guide does not have the code ZZZ here"},
       }) {
    CAPTURE(one.row);
    auto const ran = desk.run(one.row + "\n", {"check", "good.837"});
    CAPTURE(ran.err);
    CHECK(ran.code == 2);
    CHECK(ran.err.find("demo.guide:" + one.place + ": " + one.message) != std::string::npos);
    CHECK(ran.err.find("boost") == std::string::npos);
  }
  CHECK(desk.run("2000B  SBR  : 09R=CI/MB\n", {"check", "good.837"}).code != 2);
}

TEST_CASE("--guide: a file that is missing, or a folder, is wrong usage") {
  Desk desk;
  auto const in = desk.folder.path().string();
  for (std::string const name : {"none.guide", "."}) {
    auto const ran = run_binary({"check", "good.837", "--guide", name}, in);
    CHECK(ran.code == 2);
    CHECK(ran.err.find(name) != std::string::npos);
  }
}

TEST_CASE("--guide: summary.json names the options, and the guide with its file") {
  Desk desk;
  REQUIRE(desk.run("2300 PWK N\n", {"scrub", "good.837", "--out", "out", "--snip", "1-4"}).code == 0);
  auto const json = nlohmann::json::parse(read_file(desk.folder / "out/good.summary.json"));
  CHECK(json["options"] == nlohmann::json({"--guide demo.guide", "--snip 1-4"}));
  CHECK(json["guides"] ==
        nlohmann::json::array({{{"name", "DEMO"},
                                {"file", "demo.guide"},
                                {"sha256", sha256(read_file(desk.folder / "demo.guide"))}}}));
}

TEST_CASE("--guide: a prior authorization number that it requires has a column of its own") {
  Desk desk;
  auto const ran = desk.run("2300 REF REF01=G1 R\n", {"scrub", "good.837", "--out", "out"});
  CHECK(ran.code == 1);
  auto const rows = read_file(desk.folder / "out/good.worklist.csv");
  CHECK(rows.find("Type the number that the payer gave in the column authorization_number.") !=
        std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::guide_option_test
