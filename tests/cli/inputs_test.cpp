#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cstdlib>

#include "src/io/file_descriptor.hpp"
#include "src/io/sha256.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/io/unreadable_folder.hpp"

namespace scrub837::test::inputs_test {
namespace {

namespace fs = std::filesystem;

TEST_CASE("scrub: a .gz that is cut can't be read, and what an earlier run left of it goes") {
  TemporaryFolder const folder;
  auto const sample = read_file(SCRUB837_SOURCE_DIR "/samples/clean.837");
  write_file(folder / "in/night.837.gz", sample);  // not packed yet: an earlier run that went well
  CHECK(run_binary({"scrub", "in/night.837.gz", "--out", "out"}, folder.path().string(), "").code == 0);
  CHECK(names_in(folder / "out").find("night.clean.837") != std::string::npos);

  write_file(folder / "in/night.837.gz", std::string("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10));
  auto const ran = run_binary({"scrub", "in/night.837.gz", "--out", "out"}, folder.path().string(), "");
  CHECK(ran.code == 3);
  CHECK(names_in(folder / "out") ==
        "night.findings.csv night.findings.jsonl night.summary.json night.worklist.csv");
  CHECK(read_file(folder / "out/night.summary.json").find("\"status\": \"unreadable\"") != std::string::npos);
  CHECK(read_file(folder / "out/night.findings.csv").find("SCR008") != std::string::npos);
  // Its name says that it has claims, so it is a lost batch in a folder too.
  CHECK(run_binary({"scrub", "in", "--out", "out"}, folder.path().string(), "").code == 3);
}

TEST_CASE("a .gz that is cut is unreadable wherever it comes from") {
  TemporaryFolder const folder;
  std::string const cut("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
  write_file(folder / "night.837.gz", cut);
  auto const in = folder.path().string();
  for (std::string const command : {"check", "tree"}) {
    CAPTURE(command);
    CHECK(run_binary({command, "night.837.gz"}, in).code == 3);
    CHECK(run_binary({command, "-"}, in, cut).code == 3);
  }
  CHECK(run_binary({"scrub", "-", "--out", "out"}, in, cut).code == 3);
  auto const summary = read_file(folder / "out/stdin.summary.json");
  CHECK(summary.find("\"status\": \"unreadable\"") != std::string::npos);
  CHECK(summary.find(sha256(cut)) != std::string::npos);
}

TEST_CASE("a subfolder that can't be read is named, the other files are done, and the exit code is 4") {
  TemporaryFolder const folder;
  auto const sample = read_file(SCRUB837_SOURCE_DIR "/samples/clean.837");
  write_file(folder / "in/a.837", sample);
  write_file(folder / "in/z/b.837", sample);
  write_file(folder / "in/.snapshot/c.837", sample);
  auto const in = folder.path().string();
  CHECK(run_binary({"scrub", "in", "--out", "out"}, in).code == 0);
  CHECK(names_in(folder / "out").find("snapshot") == std::string::npos);
  fs::remove_all(folder / "out");

  make_unreadable_below(folder / "in");
  auto const ran = run_binary({"scrub", "in", "--out", "out"}, in);
  CHECK(ran.code == 4);
  CHECK(ran.err.find("cannot read the folder in/ddd") != std::string::npos);
  CHECK(ran.out.find("2 files") != std::string::npos);
  CHECK(fs::exists(folder / "out/a.summary.json"));
  CHECK(fs::exists(folder / "out/z/b.summary.json"));
  CHECK(run_binary({"check", "in"}, in).code == 4);
}

TEST_CASE("tree: what is not there, or is a folder, is wrong usage, as for the other commands") {
  TemporaryFolder const folder;
  auto const in = folder.path().string();
  auto const ran = run_binary({"tree", "nope.837"}, in);
  CHECK(ran.code == 2);
  CHECK(ran.err == run_binary({"check", "nope.837"}, in).err);
  fs::create_directory(folder / "night");
  CHECK(run_binary({"tree", "night"}, in).code == 2);
}

int exit_code_of(std::string const& command) {
  auto const status = std::system(command.c_str());
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status);
}

std::string const binary = SCRUB837_BINARY;
std::string const clean_sample = SCRUB837_SOURCE_DIR "/samples/clean.837";

TEST_CASE("pipes named as files are inputs, each of its own") {
  TemporaryFolder const folder;
  auto const out = (folder / "out").string();
  CHECK(exit_code_of("cat " + clean_sample + " | " + binary + " check /dev/stdin >" + out) == 0);
  CHECK(exit_code_of("gzip -c " + clean_sample + " | " + binary + " check /dev/stdin >" + out) == 0);
  CHECK(exit_code_of("cat " + clean_sample + " | { cat " + clean_sample + " | " + binary +
                     " check /dev/fd/0 /dev/fd/3 >" + out + "; } 3<&0") == 0);
  CHECK(read_file(out).find("2 files") != std::string::npos);
}

// What prints, and how: at once, or at the end.
std::vector<std::string> const printing{"rules",
                                        "--help",
                                        "tree " + clean_sample,
                                        "check " + clean_sample,
                                        "check " + clean_sample + " --format csv",
                                        "check " SCRUB837_SOURCE_DIR "/samples --info --format jsonl"};

TEST_CASE("a full disk under standard output is told, also by the last bytes") {
  TemporaryFolder const folder;
  auto const err = (folder / "err").string();
  for (auto const& command : printing) {
    CAPTURE(command);
    CHECK(exit_code_of(binary + " " + command + " >/dev/full 2>" + err) == 4);
    CHECK(read_file(err).find("No space left") != std::string::npos);
  }
}

TEST_CASE("where nobody reads on, as with `| head`, a command ends quietly") {
  for (auto const& command : printing) {
    CAPTURE(command);
    TemporaryFolder const folder;
    // The reader is gone before the first byte.
    exit_code_of("cd " + folder.path().string() + " && { while [ ! -e gone ]; do sleep 0.01; done; " +
                 binary + " " + command + " 2>err; echo $? >code; } | { exec <&-; : >gone; }");
    CHECK(read_file(folder / "code") == "141\n");  // SIGPIPE
    CHECK(read_file(folder / "err") == "");
  }
}

}  // namespace
}  // namespace scrub837::test::inputs_test
