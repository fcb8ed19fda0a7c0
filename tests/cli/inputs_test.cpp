#include <doctest/doctest.h>
#include <sys/wait.h>

#include <cstdlib>

#include "cli/run_binary.hpp"
#include "io/temporary_folder.hpp"

namespace scrub837::test {
namespace {

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
  // Found in a folder it is only reported.
  CHECK(run_binary({"scrub", "in", "--out", "out"}, folder.path().string(), "").code == 0);
}

TEST_CASE("a full disk under standard output is told, also by the last bytes") {
  for (std::string const command :
       {"rules", "check " SCRUB837_SOURCE_DIR "/samples/clean.837 --format csv"}) {
    CAPTURE(command);
    auto const status = std::system((SCRUB837_BINARY " " + command + " >/dev/full 2>/dev/null").c_str());
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 4);
  }
}

}  // namespace
}  // namespace scrub837::test
