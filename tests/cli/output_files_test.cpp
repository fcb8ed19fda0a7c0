#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "src/io/sha256.hpp"
#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/scrub/short_files.hpp"

namespace scrub837::test::output_files_test {
namespace {

namespace fs = std::filesystem;

TEST_CASE("a folder is mirrored, .gz is read, and the next run skips what this one wrote") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "in/sub/a.837", good_bytes());
  write_file(folder / "in/b.edi", bad_bytes());
  CHECK(run_binary({"scrub", "in", "--out", "in"}, in).code == 1);
  CHECK(fs::exists(folder / "in/sub/a.clean.837"));
  CHECK(fs::exists(folder / "in/b.held.837"));
  auto const again = run_binary({"scrub", "in", "--out", "in"}, in);
  CHECK(again.code == 1);
  CHECK_FALSE(fs::exists(folder / "in/b.held.held.837"));
  CHECK_FALSE(fs::exists(folder / "in/b.held.clean.837"));
  CHECK(again.out.find("2 files") != std::string::npos);
}

// Else a reader would take its claims twice: once under each name.
TEST_CASE("what an earlier run wrote for a file goes when its outputs get another name") {
  TemporaryFolder const folder;
  auto const in = folder.path().string();
  auto const sample = read_file(SCRUB837_SOURCE_DIR "/samples/home-visits.837");
  write_file(folder / "in/night.837", sample);
  write_file(folder / "out/night.report.txt", "not ours");
  auto const names = [&] { return names_in(folder / "out"); };
  CHECK(run_binary({"scrub", "in", "--out", "out"}, in).code == 1);
  auto const alone = names();
  CHECK(alone.find("night.held.837") != std::string::npos);

  write_file(folder / "in/night.edi", sample);
  CHECK(run_binary({"scrub", "in", "--out", "out"}, in).code == 1);
  for (auto const* const whole : {"night.837.summary.json", "night.edi.summary.json", "night.report.txt"}) {
    CHECK(names().find(whole) != std::string::npos);
  }
  for (auto const* const gone :
       {"night.summary.json", "night.clean.837", "night.held.837", "night.worklist.csv"}) {
    CHECK_FALSE(fs::exists(folder / "out" / gone));
  }

  // And back; what is another file's stays.
  fs::remove(folder / "in/night.edi");
  CHECK(run_binary({"scrub", "in", "--out", "out"}, in).code == 1);
  CHECK(fs::exists(folder / "out/night.edi.summary.json"));
  CHECK(fs::exists(folder / "out/night.summary.json"));
  CHECK_FALSE(fs::exists(folder / "out/night.837.summary.json"));
  CHECK_FALSE(fs::exists(folder / "out/night.837.clean.837"));
}

TEST_CASE("--quiet prints one line, without a patient's data") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "a.837", good_bytes());
  write_file(folder / "b.837", bad_bytes());
  for (std::vector<std::string> arguments :
       {std::vector<std::string>{"scrub", "a.837", "b.837", "--out", "out"},
        {"check", "a.837", "b.837"},
        {"check", "a.837", "b.837", "--show-phi", "--jobs", "2"},
        {"check", "a.837", "b.837", "--diff"}}) {
    arguments.insert(arguments.end(), {"--quiet", "--select", "NAR"});
    auto const ran = run_binary(arguments, in);
    CAPTURE(arguments[0]);
    CHECK(ran.code == 1);
    CHECK(ran.out == "scrub837 " + arguments[0] +
                         ": 2 files, 2 claims: 1 clean, 0 fixed, 1 held, 0 released; 1 error, 0 warnings\n");
    CHECK(ran.err == "");
  }
  // What another program reads is not shortened.
  auto const json = run_binary({"check", "b.837", "--format", "jsonl", "--quiet", "--select", "NAR"}, in);
  CHECK(json.out.starts_with("{\"file\":\"b.837\""));
  CHECK(json.out.find("scrub837 check") == std::string::npos);
}

TEST_CASE("killed at any moment, a summary names whole files only, and the next run finishes the work") {
  TemporaryFolder folder;
  auto const out = folder / "out";
  std::string sets = st() + provider("1*") + subscriber("2*1");
  constexpr int claims = 3000;
  for (int i = 0; i < claims; ++i)
    sets += i % 50 == 0 ? bad("H" + std::to_string(i)) : good("G" + std::to_string(i));
  std::array const inputs{file_of(sets + se(7 + 3 * claims)), good_bytes()};
  auto const path = (folder / "a.837").string();
  std::vector<std::string> const arguments{"scrub", path, "--out", out.string(), "--quiet"};
  std::mt19937 random(837);
  int killed = 0;
  for (int i = 0; i < 50; ++i) {
    // By turns a file with held claims and one without, so that outputs come and go.
    write_file(path, inputs[static_cast<std::size_t>(i) % 2]);
    killed += run_and_kill(arguments, static_cast<unsigned>(random() % 40000)) ? 1 : 0;
    if (!fs::exists(out / "a.summary.json")) continue;
    auto const summary = nlohmann::json::parse(read_file(out / "a.summary.json"));
    for (auto const& output : summary["outputs"]) {
      auto const bytes = read_file(out / output["name"].get<std::string>());
      CHECK(output["bytes"] == bytes.size());
      CHECK(output["sha256"] == sha256(bytes));
    }
  }
  CHECK(killed > 0);
  write_file(path, good_bytes());
  CHECK(run_binary(arguments).code == 0);
  CHECK(names_in(out) == "a.clean.837 a.findings.csv a.findings.jsonl a.summary.json");
}

}  // namespace
}  // namespace scrub837::test::output_files_test
