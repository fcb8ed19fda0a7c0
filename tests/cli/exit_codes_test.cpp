#include <doctest/doctest.h>

#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::exit_codes_test {
namespace {

namespace fs = std::filesystem;

TEST_CASE("exit codes: 0 every claim went out, 1 a claim is held; check returns what scrub would") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "good.837", good_bytes());
  write_file(folder / "bad.837", bad_bytes());
  CHECK(run_binary({"scrub", "good.837", "--out", "out"}, in).code == 0);
  CHECK(run_binary({"check", "good.837"}, in).code == 0);
  CHECK(run_binary({"scrub", "bad.837", "--out", "out"}, in).code == 1);
  CHECK(run_binary({"check", "bad.837"}, in).code == 1);
  CHECK(run_binary({"scrub", "good.837", "bad.837", "--out", "out"}, in).code == 1);
  CHECK(run_binary({"scrub", "bad.837", "--hold", "never", "--out", "out"}, in).code == 0);
  CHECK(run_binary({"check", "bad.837", "--hold", "never"}, in).code == 0);
  CHECK(run_binary({"check", "bad.837", "--ignore", "NAR"}, in).code == 0);
  CHECK(run_binary({"scrub", "--out", "out", "-"}, in, bad_bytes()).code == 1);
  CHECK(fs::exists(folder / "out/stdin.held.837"));
}

TEST_CASE("exit codes: 2 wrong usage, before any work") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "good.837", good_bytes());
  write_file(folder / "bad.toml", "hlod = 'never'\n");
  for (std::vector<std::string> const& arguments :
       {std::vector<std::string>{},
        {"scurb"},
        {"scrub"},
        {"scrub", "good.837"},
        {"scrub", "--out", "out"},
        {"scrub", "good.837", "--out", "out", "--selct", "NAR"},
        {"scrub", "good.837", "--out", "out", "--select", "NAR99"},
        {"scrub", "good.837", "--out", "out", "--ignore", "XYZ"},
        {"scrub", "good.837", "missing.837", "--out", "out"},
        {"scrub", "good.837", "--out", "out", "--hold", "sometimes"},
        {"scrub", "good.837", "--out", "out", "--jobs", "0"},
        {"scrub", "good.837", "--out", "out", "--jobs", "many"},
        {"scrub", "good.837", "--out", "out", "--config", "none.toml"},
        {"scrub", "good.837", "--out", "out", "--config", "bad.toml"},
        {"scrub", "good.837", "--out"},
        {"check", "good.837", "--format", "xml"},
        {"check", "good.837", "--out", "out"},
        {"check"},
        {"rules", "--color"},
        {"rules", "--format", "xml"},
        {"explain"},
        {"explain", "NAR02"},
        {"tree"},
        {"tree", "good.837", "good.837"}}) {
    std::string words;
    for (auto const& word : arguments) words += word + " ";
    CAPTURE(words);
    auto const ran = run_binary(arguments, in);
    CHECK(ran.code == 2);
    CHECK((arguments.empty() || !ran.err.empty()));
    CHECK(names_in(folder.path()) == "bad.toml good.837");
  }
}

TEST_CASE("exit codes: 2 where an output would overwrite an input") {
  TemporaryFolder folder;
  write_file(folder / "a.837", good_bytes());
  write_file(folder / "a.clean.837", good_bytes());
  auto const ran = run_binary({"scrub", "a.837", "a.clean.837", "--out", "."}, folder.path().string());
  CHECK(ran.code == 2);
  CHECK(names_in(folder.path()) == "a.837 a.clean.837");
}

TEST_CASE("exit codes: 3 a named input is no X12; the others are done; in a folder it is only reported") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "in/good.837", good_bytes());
  write_file(folder / "in/letter.txt", "Dear Sir or Madam");
  auto ran = run_binary({"scrub", "in/letter.txt", "in/good.837", "--out", "out"}, in);
  CHECK(ran.code == 3);
  CHECK(fs::exists(folder / "out/good.clean.837"));
  CHECK(fs::exists(folder / "out/letter.summary.json"));
  CHECK(run_binary({"check", "in/letter.txt"}, in).code == 3);
  CHECK(run_binary({"tree", "in/letter.txt"}, in).code == 3);
  ran = run_binary({"scrub", "in", "--out", "out"}, in);
  CHECK(ran.code == 0);
  CHECK(ran.out.find("letter.txt") != std::string::npos);
  // 3 goes before 1.
  write_file(folder / "in/bad.837", bad_bytes());
  CHECK(run_binary({"scrub", "in/letter.txt", "in/bad.837", "--out", "out"}, in).code == 3);
}

TEST_CASE("exit codes: 4 the environment failed; the other inputs are done") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "good.837", good_bytes());
  write_file(folder / "bad.837", bad_bytes());
  write_file(folder / "file", "in the way");
  CHECK(run_binary({"scrub", "good.837", "--out", "file"}, in).code == 4);
  CHECK(read_file(folder / "file") == "in the way");
  fs::create_directories(folder / "out/.good.findings.csv.tmp");
  auto const ran = run_binary({"scrub", "good.837", "bad.837", "--out", "out"}, in);
  CHECK(ran.code == 4);
  CHECK(ran.err.find("good") != std::string::npos);
  CHECK(fs::exists(folder / "out/bad.held.837"));
  CHECK_FALSE(fs::exists(folder / "out/good.summary.json"));
  CHECK(run_binary({"tree", "missing.837"}, in).code >= 2);
}

}  // namespace
}  // namespace scrub837::test::exit_codes_test
