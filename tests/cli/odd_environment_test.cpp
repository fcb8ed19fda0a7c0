#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cstdlib>

#include "tests/cli/full_file.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/file_builder.hpp"

namespace scrub837::test::odd_environment_test {
namespace {

namespace fs = std::filesystem;

std::string const binary = SCRUB837_BINARY;

int shell(TemporaryFolder const& folder, std::string const& line) {
  auto const command = "cd " + folder.path().string() + " && ( " + line + " ) >printed 2>told";
  int const status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// A folder with a scrubbed file, to be run again.
struct Night {
  TemporaryFolder folder;
  Night() {
    write_file(folder / "night.837", file_with("SV1*HC:99600*125*UN*1***1~"));
    REQUIRE(shell(folder, binary + " scrub night.837 --out out") == 1);
  }
  int rerun(std::string const& environment) {
    return shell(folder, environment + " " + binary +
                             " rerun --worklist out/night.worklist.csv out/night.held.837 --out sent");
  }
  [[nodiscard]] std::string told() const { return read_file(folder / "told"); }
};

}  // namespace

TEST_CASE("outputs are for their owner alone, whatever the umask") {
  TemporaryFolder const folder;
  write_file(folder / "night.837", file_with("SV1*HC:99600*125*UN*1***1~"));
  for (std::string const mask : {"000", "022", "777"}) {
    auto const out = "out" + mask;
    CHECK(shell(folder, "umask " + mask + "; " + binary + " scrub night.837 --out " + out + "/deeper") == 1);
    for (auto const& entry : fs::recursive_directory_iterator(folder / out)) {
      struct stat status {};
      REQUIRE(::stat(entry.path().c_str(), &status) == 0);
      CHECK((status.st_mode & 0777U) == (entry.is_directory() ? 0700U : 0600U));
    }
  }
}

TEST_CASE("a working folder that is gone, and no TMPDIR, are no hindrance") {
  TemporaryFolder const folder;
  auto const sample = folder.path().string() + "/night.837";
  write_file(sample, file_with("SV1*HC:99600*125*UN*1***1~"));
  auto const gone = "mkdir gone; cd gone; rmdir ../gone; ";
  CHECK(shell(folder, gone + binary + " scrub " + sample + " --out " + folder.path().string() + "/out") == 1);
  CHECK(fs::exists(folder / "out/night.summary.json"));
  CHECK(shell(folder, gone + binary + " check " + sample) == 1);
  CHECK(shell(folder, gone + binary + " scrub " + sample + " --out out") == 4);  // a place that is nowhere
  CHECK(shell(folder, "env -u TMPDIR " + binary + " check - <night.837") == 1);
  CHECK(shell(folder, "env TMPDIR=/nowhere/at/all " + binary + " check - <night.837") == 4);
  CHECK(read_file(folder / "told").find("cannot create a temporary file in /nowhere/at/all") !=
        std::string::npos);
}

TEST_CASE("rerun: control numbers are kept, and where they can't be that is told") {
  Night night;
  CHECK(night.rerun("env XDG_STATE_HOME=$PWD/state") == 1);
  CHECK(night.told() == "");
  auto const kept = night.folder / "state/scrub837/control-number";
  auto const first = std::stoull(read_file(kept));
  // What an earlier version wrote is read, too.
  write_file(kept, std::to_string(first + 5000) + "\n");
  CHECK(night.rerun("env XDG_STATE_HOME=$PWD/state") == 1);
  CHECK(std::stoull(read_file(kept)) >= first + 5000);

  for (std::string const environment : {"env -u HOME -u XDG_STATE_HOME", "env -u XDG_STATE_HOME HOME=",
                                        "env -u HOME XDG_STATE_HOME=relative"}) {
    CAPTURE(environment);
    CHECK(night.rerun(environment) == 1);
    CHECK(night.told().find(
              "neither XDG_STATE_HOME nor HOME names a folder: control numbers are taken from the time") !=
          std::string::npos);
    CHECK_FALSE(fs::exists(night.folder / "relative"));
  }
  CHECK(night.rerun("env XDG_STATE_HOME=/proc/nowhere") == 1);
  CHECK(night.told().find("cannot create the folder /proc/nowhere/scrub837") != std::string::npos);
  // On a full disk the old number stays.
  CHECK(night.rerun(files_may_not_grow + "env XDG_STATE_HOME=$PWD/state") == 4);
  CHECK(std::stoull(read_file(kept)) >= first + 5000);
  CHECK(fs::exists(night.folder / "sent/night.rerun.summary.json"));
}

TEST_CASE("an input, worklist or list that can't be looked at is exit 4 with the reason, a missing one 2") {
  Night const night;
  auto const beyond = std::string(300, 'd');
  for (std::string const command :
       {"scrub FILE/a.837 --out x", "check FILE/a.837", "tree FILE/a.837", "letters FILE/a.837 --out x",
        "rerun --worklist FILE out --out x",
        "rerun --worklist out/night.worklist.csv FILE/a.held.837 --out x",
        "letters --worklist FILE night.837 --out x", "scrub night.837 --attachments FILE --out x"}) {
    CAPTURE(command);
    auto const with = [&](std::string const& name) {
      auto line = command;
      return line.replace(line.find("FILE"), 4, name);
    };
    CHECK(shell(night.folder, binary + " " + with("nowhere")) == 2);
    CHECK(night.told().find("no ") != std::string::npos);
    CHECK(shell(night.folder, binary + " " + with(beyond)) == 4);
    CHECK(night.told().find("cannot access " + beyond) != std::string::npos);
    CHECK(night.told().find("File name too long") != std::string::npos);
  }
}

TEST_CASE("a file's name is shown on screens and in logs as it can be shown") {
  TemporaryFolder const folder;
  write_file(folder / "in/night\xD1\x1b[2J.837", file_with("SV1*HC:99600*125*UN*1***1~"));
  CHECK(shell(folder, binary + " scrub in --out out --verbose") == 1);
  for (auto const* const screen : {"printed", "told"}) {
    auto const text = read_file(folder / screen);
    CHECK(text.find("night\\xD1.[2J") != std::string::npos);
    CHECK(text.find('\x1b') == std::string::npos);
  }
  CHECK(shell(folder, binary + " check in") == 1);
  CHECK(read_file(folder / "printed").find("in/night\\xD1.[2J.837:") != std::string::npos);
}

}  // namespace scrub837::test::odd_environment_test
