#include "src/cli/given_options.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "scrub837/unlisted_codes.hpp"
#include "src/io/sha256.hpp"
#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::given_options_test {
namespace {

using Json = nlohmann::json;

Json summary(TemporaryFolder const& folder, std::string const& name) {
  return Json::parse(read_file(folder / name));
}

TEST_CASE("summaries: the options that change what is found, wherever they were given") {
  TemporaryFolder const folder;
  write_file(folder / "in/good.837", good_bytes());
  write_file(folder / "in/bad.837", bad_bytes());
  std::string const profile =
      "[[profile]]\nname = \"any\"\nsource = \"https://payer.example\"\nmatch = { any = true }\n";
  write_file(folder / "one.toml", profile);
  write_file(folder / "night.toml",
             "hold = \"warning\"\njobs = 2\nprofiles = [\"one.toml\"]\nunlisted_codes = [\"12345\", \"A1\"]\n"
             "optional_rows = true\n[severity]\nNAR001 = \"error\"\n");
  auto const ran =
      run_binary({"scrub", "in", "--out", "out", "--config", "night.toml", "--select", "NAR,ENV", "--ignore",
                  "NAR007", "--severity", "NAR011=warning", "--unsafe-fixes", "--quiet"},
                 folder.path().string());
  CHECK(ran.err == "");
  CHECK(ran.code == 1);
  auto const run = summary(folder, "out/run.summary.json");
  CHECK(run["options"] ==
        Json({"--severity NAR001=error", "--config night.toml", "--hold warning", "--profiles one.toml",
              "--select NAR,ENV", "--ignore NAR007", "--severity NAR011=warning", "--unsafe-fixes",
              "unlisted_codes 12345 A1", "--optional-rows"}));
  CHECK(run["profiles"] == Json::array({{{"file", "one.toml"}, {"sha256", sha256(profile)}}}));
  CHECK(run["code_lists"][0]["date"] == UnlistedCodes::date());
  auto const not_checked = run["not_checked"].dump();
  CHECK(not_checked.find("ICD-10-CM: no list is loaded") != std::string::npos);
  CHECK(not_checked.find("SNIP type 5: switched off") != std::string::npos);
  CHECK(not_checked.find("payer requirements") == std::string::npos);
  for (std::string const name : {"out/good.summary.json", "out/bad.summary.json"}) {
    auto const file = summary(folder, name);
    for (auto const* const key : {"options", "profiles", "code_lists", "not_checked"})
      CHECK(file[key] == run[key]);
    auto const started = file["started"].get<std::string>();
    CHECK(started.size() == 20);
    CHECK(started.ends_with("Z"));
    CHECK(started >= run["started"].get<std::string>());
  }
}

TEST_CASE("summaries: where nothing was asked for, no option; of a rerun, its worklist") {
  TemporaryFolder const folder;
  auto const at = folder.path().string();
  write_file(folder / "bad.837", bad_bytes());
  CHECK(run_binary({"scrub", "bad.837", "--out", "out", "--jobs", "1", "--verbose"}, at).code == 1);
  CHECK(summary(folder, "out/bad.summary.json")["options"] == Json::array());
  CHECK(summary(folder, "out/bad.summary.json")["profiles"] == Json::array());
  run_binary({"rerun", "--worklist", "out/bad.worklist.csv", "out/bad.held.837", "--control-number", "7",
              "--out", "sent"},
             at);
  CHECK(summary(folder, "sent/bad.rerun.summary.json")["options"] ==
        Json({"--worklist out/bad.worklist.csv", "--control-number 7"}));
}

TEST_CASE("a word of a command is quoted where a shell would read it otherwise") {
  using cli::shell_word;
  CHECK(shell_word("out/night.held.837") == "out/night.held.837");
  CHECK(shell_word("my night.837") == "'my night.837'");
  CHECK(shell_word("it's") == "'it'\\''s'");
  CHECK(shell_word("$HOME") == "'$HOME'");
  CHECK(shell_word("") == "''");
  CHECK(shell_word("a\nb'\\.837") == "$'a\\012b\\'\\\\.837'");
  CHECK(shell_word("\u202E") == "$'\\342\\200\\256'");
}

}  // namespace
}  // namespace scrub837::test::given_options_test
