#include <doctest/doctest.h>

#include <array>
#include <sstream>

#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/scrub/short_files.hpp"
#include "tests/support/file_builder.hpp"

namespace scrub837::test::config_file_test {
namespace {

namespace fs = std::filesystem;

constexpr std::array keys{"all_claims",    "html",     "xlsx",           "expect_input",
                          "select",        "ignore",   "hold",           "unsafe_fixes",
                          "info",          "jobs",     "quiet",          "verbose",
                          "optional_rows", "out",      "format",         "group",
                          "statistics",    "show_phi", "unlisted_codes", "unlisted_codes_file",
                          "diff",          "severity", "profiles",       "attachments",
                          "snip",          "guide",    "codes",          "extra_codes"};

// A folder with a claim that is held, one that is mended, and a configuration file.
class Bench {
 public:
  Bench() {
    write_file(folder / "held.837", bad_bytes());
    write_file(folder / "untidy.837", file_with("SV1*HC:99600:::::WOUND  CARE LEFT HEEL*125*UN*1***1~"));
  }
  Ran run(std::string const& toml, std::vector<std::string> arguments) {
    write_file(folder / "scrub837.toml", toml);
    arguments.insert(arguments.end(), {"--config", "scrub837.toml"});
    return run_binary(arguments, folder.path().string());
  }
  Ran check(std::string const& toml, std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(), {"check", "held.837", "untidy.837"});
    return run(toml, arguments);
  }
  TemporaryFolder folder;
};

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_CASE("configuration: each option of check does in the file what it does on the command line") {
  Bench bench;
  struct Case {
    std::string toml;
    std::vector<std::string> arguments;
  };
  std::string const normal = bench.check("").out;
  for (auto const& example :
       {Case{"select = ['NAR001']", {"--select", "NAR001"}},
        Case{"ignore = ['NAR001', 'ENV']", {"--ignore", "NAR001,ENV"}},
        Case{"snip = [5, 6]", {"--snip", "5,6"}}, Case{"snip = '5-6'", {"--snip", "5-6"}},
        Case{"hold = 'never'", {"--hold", "never"}}, Case{"format = 'jsonl'", {"--format", "jsonl"}},
        Case{"format = 'csv'\nstatistics = true", {"--format", "csv", "--statistics"}},
        Case{"group = 'claim'", {"--group", "claim"}}, Case{"diff = true", {"--diff"}},
        Case{"statistics = true", {"--statistics"}}, Case{"show_phi = true", {"--show-phi"}},
        Case{"quiet = true", {"--quiet"}}}) {
    CAPTURE(example.toml);
    auto const from_file = bench.check(example.toml);
    auto const from_line = bench.check("", example.arguments);
    CHECK(from_file.code == from_line.code);
    CHECK(from_file.out == from_line.out);
    CHECK(from_file.err == "");
    CHECK(from_file.out != normal);
  }
  CHECK(bench.check("jobs = 2").out == normal);
}

TEST_CASE("configuration: scrub takes its folder, jobs, quiet and verbose from the file") {
  Bench bench;
  auto const ran =
      bench.run("out = 'sub/out'\nquiet = true\njobs = 2\n", {"scrub", "held.837", "untidy.837"});
  CHECK(ran.code == 1);
  CHECK(ran.out.starts_with("scrub837 scrub: 2 files, 2 claims: "));
  CHECK(fs::exists(bench.folder / "sub/out/held.held.837"));
  CHECK(has(bench.run("verbose = true", {"scrub", "untidy.837", "--out", "out"}).err, "info"));
}

TEST_CASE("configuration: file names count from the file's own folder") {
  Bench bench;
  write_file(bench.folder / "conf/codes.txt", "99213 # for a trial\n");
  write_file(bench.folder / "conf/scrub837.toml", "out = 'out'\nunlisted_codes_file = 'codes.txt'\n");
  write_file(bench.folder / "good.837", good_bytes());
  auto const in = bench.folder.path().string();
  CHECK(run_binary({"scrub", "good.837", "--config", "conf/scrub837.toml"}, in).code == 1);
  CHECK(fs::exists(bench.folder / "conf/out/good.held.837"));
  auto const absolute = (bench.folder / "elsewhere").string();
  bench.run("out = '" + absolute + "'", {"scrub", "good.837"});
  CHECK(fs::exists(absolute + "/good.clean.837"));
}

TEST_CASE("configuration: the command line wins") {
  Bench bench;
  CHECK(bench.check("hold = 'never'", {"--hold", "error"}).code == 1);
  CHECK(has(bench.check("ignore = ['NAR001']", {"--ignore", "NAR007"}).out, "NAR001"));
  CHECK(has(bench.check("select = ['NAR007']", {"--select", "NAR001"}).out, "NAR001"));
  CHECK_FALSE(has(bench.check("select = ['NAR007']", {"--select", "NAR001"}).out, "NAR007"));
  CHECK(bench.check("format = 'csv'", {"--format", "jsonl"}).out ==
        bench.check("", {"--format", "jsonl"}).out);
  // How findings are printed is one choice.
  CHECK(bench.check("group = 'claim'", {"--statistics"}).out == bench.check("", {"--statistics"}).out);
  CHECK(bench.check("statistics = true", {"--group", "claim"}).out ==
        bench.check("", {"--group", "claim"}).out);
  CHECK(bench.check("diff = true", {"--statistics"}).out == bench.check("", {"--statistics"}).out);
  CHECK(bench.check("diff = true", {"--format", "csv"}).out == bench.check("", {"--format", "csv"}).out);
  CHECK(bench.check("statistics = true\nformat = 'csv'", {"--diff"}).out == bench.check("", {"--diff"}).out);
  bench.run("out = 'a'", {"scrub", "untidy.837", "--out", "b"});
  CHECK(fs::exists(bench.folder / "b/untidy.clean.837"));
  CHECK_FALSE(fs::exists(bench.folder / "a"));
}

TEST_CASE("configuration: a key that only the other command has is accepted and not used") {
  Bench bench;
  CHECK(bench.check("out = 'out'").code == 1);
  CHECK_FALSE(fs::exists(bench.folder / "out"));
  CHECK(
      bench.run("format = 'csv'\nshow_phi = true\nstatistics = true", {"scrub", "untidy.837", "--out", "out"})
          .code == 0);
}

TEST_CASE("configuration: severities of single rules") {
  Bench bench;
  CHECK(bench.check("[severity]\nNAR001 = 'warning'\n").code == 0);
  CHECK_FALSE(has(bench.check("[severity]\nNAR001 = 'info'\n").out, "NAR001"));
  CHECK(has(bench.check("info = true\n[severity]\nNAR001 = 'info'\n").out, "NAR001"));
}

TEST_CASE("configuration: a mistake ends every command with exit code 2 and its place, and writes nothing") {
  Bench bench;
  for (auto const* const command : {"check", "scrub"}) {
    auto const ran = bench.run("quiet = true\nhlod = 'never'", {command, "untidy.837"});
    CAPTURE(ran.err);
    CHECK(ran.code == 2);
    CHECK(ran.out == "");
    CHECK(has(ran.err, "scrub837.toml:2:1: "));
    CHECK(has(ran.err, "did you mean hold?"));
  }
  for (auto const* const wrong : {"snip = '1-9'", "snip = [8]", "snip = []"}) {
    auto const ran = bench.run(wrong, {"check", "untidy.837"});
    CHECK(ran.code == 2);
    CHECK(has(ran.err, "scrub837.toml:1:"));
  }
  CHECK(names_in(bench.folder.path()) == "held.837 scrub837.toml untidy.837");
}

TEST_CASE("configuration: a file that is missing, or a folder, is refused") {
  Bench bench;
  auto const in = bench.folder.path().string();
  for (std::string const config : {"none.toml", "."}) {
    CAPTURE(config);
    auto const ran = run_binary({"check", "untidy.837", "--config", config}, in);
    CHECK(ran.code == 2);
    CHECK(has(ran.err, config));
  }
}

TEST_CASE("configuration: without --config no file is read") {
  Bench bench;
  write_file(bench.folder / "scrub837.toml", "hold = 'never'");
  CHECK(run_binary({"check", "held.837"}, bench.folder.path().string()).code == 1);
}

TEST_CASE("configuration: docs/profiles.md lists every key, and its example is accepted") {
  auto const page = read_file(fs::path(SCRUB837_SOURCE_DIR) / "docs/profiles.md");
  constexpr std::string_view fence = "```toml\n";
  auto const begin = page.find(fence);
  REQUIRE(begin != std::string::npos);
  auto const start = begin + fence.size();
  Bench bench;
  CHECK(bench.check(page.substr(start, page.find("```", start) - start)).code == 1);
  auto const section = page.substr(page.find("## Configuration"));
  for (auto const* const key : keys) {
    CAPTURE(key);
    CHECK(has(section.substr(0, section.find("\n## ")), key));
  }
}

TEST_CASE("configuration: the sample has every key, is accepted as it is, and changes nothing") {
  auto const sample = read_file(fs::path(SCRUB837_SOURCE_DIR) / "samples/scrub837.toml");
  Bench bench;
  CHECK(bench.check(sample).out == bench.check("").out);
  CHECK(bench.run(sample, {"scrub", "untidy.837"}).code == 0);
  CHECK(fs::exists(bench.folder / "outbox/untidy.clean.837"));
  std::istringstream lines(sample);
  std::string set;
  std::string before;
  for (std::string line; std::getline(lines, line); before = line) {
    auto const key = line.substr(line.starts_with("# ") ? 2 : 0);
    auto const named =
        key.starts_with("[") ? key.substr(1, key.find(']') - 1) : key.substr(0, key.find(" = "));
    if (std::find(keys.begin(), keys.end(), named) == keys.end()) continue;
    set += named + " ";
    // Each is told of in the line above.
    CAPTURE(line);
    CHECK(before.starts_with("# "));
  }
  for (auto const* const key : keys) {
    CAPTURE(key);
    CHECK(has(" " + set, " " + std::string(key) + " "));
  }
  // Were the one that stands in a comment uncommented, its file would be looked for.
  auto whole = sample;
  whole.erase(whole.find("# unlisted_codes_file"), 2);
  CHECK(has(bench.check(whole).err, "cannot read our-codes.txt"));
  write_file(bench.folder / "our-codes.txt", "S9999\n");
  CHECK(bench.check(whole).out == bench.check("").out);
}

}  // namespace
}  // namespace scrub837::test::config_file_test
