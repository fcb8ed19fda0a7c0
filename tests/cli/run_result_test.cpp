#include "src/cli/run_result.hpp"

#include <doctest/doctest.h>

#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/file_builder.hpp"

namespace scrub837::test::run_result_test {
namespace {

namespace fs = std::filesystem;

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_CASE(
    "a broken file that is called .837, .837p, .x12 or .edi in a folder is exit 3; others are reported") {
  for (std::string const name : {"a.837", "a.837p", "a.x12", "a.EDI", "a.837.gz"}) {
    CAPTURE(name);
    TemporaryFolder const folder;
    auto const in = folder.path().string();
    write_file(folder / "in/good.837", good_bytes());
    write_file(folder / "in" / name, "no claims here");
    for (std::vector<std::string> const& arguments :
         {std::vector<std::string>{"scrub", "in", "--out", "out"}, {"check", "in"}}) {
      auto const ran = run_binary(arguments, in);
      CHECK(ran.code == 3);
      CHECK(has(ran.out, "; 1 not readable as X12"));
    }
    CHECK(fs::exists(folder / "out/good.clean.837"));
    fs::rename(folder / "in" / name, folder / "in/a.txt");
    auto const ran = run_binary({"scrub", "in", "--out", "out"}, in);
    CHECK(ran.code == 0);
    CHECK(has(ran.out, "; 1 not readable as X12"));
  }
}

TEST_CASE("what was passed over is counted, and named with --verbose") {
  TemporaryFolder const folder;
  auto const in = folder.path().string();
  for (int i = 0; i < 12; ++i) write_file(folder / "in" / ("note" + std::to_string(i)), "x");
  auto ran = run_binary({"scrub", "in", "--out", "out", "--quiet"}, in);
  CHECK(ran.code == 0);
  CHECK(ran.out == "scrub837 scrub: 0 files; 12 passed over (no X12)\n");
  CHECK_FALSE(has(ran.err, "note"));
  write_file(folder / "in/claims.dat", good_bytes());
  ran = run_binary({"check", "in", "--verbose"}, in);
  CHECK(has(ran.out, "scrub837 check: 1 file, 1 claim: 1 clean"));
  CHECK(has(ran.out, "; 12 passed over (no X12)\n"));
  CHECK(has(ran.err, "info in/note11: passed over (no X12)"));
}

TEST_CASE("--expect-input: a folder in which nothing is found is exit 3, and named") {
  TemporaryFolder const folder;
  auto const in = folder.path().string();
  write_file(folder / "full/good.837", good_bytes());
  fs::create_directory(folder / "none");
  write_file(folder / "scrub837.toml", "expect_input = true\n");
  for (std::vector<std::string> arguments : {std::vector<std::string>{"scrub", "none", "--out", "out"},
                                             {"check", "none"},
                                             {"check", "full", "none"}}) {
    CAPTURE(arguments[0]);
    CHECK(run_binary(arguments, in).code == 0);
    for (auto const& more : {std::vector<std::string>{"--expect-input"}, {"--config", "scrub837.toml"}}) {
      auto asked = arguments;
      asked.insert(asked.end(), more.begin(), more.end());
      auto const ran = run_binary(asked, in);
      CHECK(ran.code == 3);
      CHECK(has(ran.err, "no claim file in none"));
    }
  }
  CHECK(run_binary({"check", "full", "--expect-input"}, in).code == 0);
}

TEST_CASE("the last line says which errors were fixed") {
  TemporaryFolder const folder;
  auto const in = folder.path().string();
  auto const mended = [](std::string const& times) {
    return file_with("SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~" + times);
  };
  write_file(folder / "one.837", mended("PWK*NN*FX****A123~"));
  write_file(folder / "two.837", mended("PWK*NN*FX****A123~PWK*M1*FX****A124~"));
  write_file(folder / "bad.837", bad_bytes());
  auto const line = [&](std::vector<std::string> files) {
    files.insert(files.begin(), {"check", "--select", "ATT003,NAR001", "--quiet"});
    return run_binary(files, in).out;
  };
  CHECK(has(line({"one.837"}), "; 1 error, fixed, 0 warnings"));
  CHECK(has(line({"two.837"}), "; 2 errors, all fixed, 0 warnings"));
  CHECK(has(line({"one.837", "bad.837"}), "; 2 errors, 1 of them fixed, 0 warnings"));
  CHECK(has(line({"bad.837"}), "; 1 error, 0 warnings"));
}

TEST_CASE("clean claims with warnings are counted apart") {
  TemporaryFolder const folder;
  write_file(folder / "bad.837", bad_bytes());
  auto const ran =
      run_binary({"scrub", "bad.837", "--out", "out", "--select", "NAR", "--severity", "NAR001=warning"},
                 folder.path().string());
  CHECK(ran.code == 0);
  CHECK(has(ran.out, "1 claim: 1 clean, 1 of them with warnings, 0 fixed, 0 held"));
  CHECK(has(read_file(folder / "out/bad.summary.json"), "\"claims_with_warnings\": 1"));
  CHECK(has(read_file(folder / "out/bad.claims.csv"), ",clean,,NAR001,bad.837"));
}

}  // namespace
}  // namespace scrub837::test::run_result_test
