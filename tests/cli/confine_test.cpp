#include "src/cli/confine.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"

#ifndef SCRUB837_SANITIZED
namespace scrub837::test {
namespace {

std::string status_of(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/status");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// Whether a command that waits for its input, a pipe, comes to be in the sandbox.
bool enters_sandbox(std::vector<std::string> words, std::string const& folder) {
  int pipe[2];
  REQUIRE(::pipe2(pipe, O_CLOEXEC) == 0);
  words.insert(words.begin(), SCRUB837_BINARY);
  std::vector<char*> argv;
  argv.reserve(words.size() + 1);
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  auto const child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    auto const nowhere = ::open("/dev/null", O_RDWR);
    ::dup2(pipe[0], 0);
    ::dup2(nowhere, 1);
    ::dup2(nowhere, 2);
    if (::chdir(folder.c_str()) == 0 && ::setenv("XDG_STATE_HOME", folder.c_str(), 1) == 0)
      ::execv(argv[0], argv.data());
    ::_exit(127);
  }
  bool entered = false;
  for (int tries = 0; tries < 1000 && !entered; ++tries) {
    auto const status = status_of(child);
    entered =
        status.find("Seccomp:\t2") != std::string::npos && status.find("NoNewPrivs:\t1") != std::string::npos;
    if (::waitpid(child, nullptr, WNOHANG) == child) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  ::close(pipe[0]);
  ::close(pipe[1]);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  return entered;
}

}  // namespace

TEST_CASE("confine: each command that reads claims enters the sandbox") {
  TemporaryFolder const folder;
  auto const here = folder.path().string();
  for (std::vector<std::string> const& words : std::vector<std::vector<std::string>>{
           {"scrub", "-", "--out", "out"},
           {"check", "-"},
           {"tree", "-"},
           {"show", "-", "--claim", "A1"},
           {"export", "-"},
           {"redact", "-", "--output", "copy.837"},
           {"letters", "-", "--out", "letters"},
       }) {
    CAPTURE(words[0]);
    CHECK(enters_sandbox(words, here));
  }
  // What reads no claims does not: the check above can fail.
  CHECK_FALSE(enters_sandbox({"rules"}, here));
}

TEST_CASE("confine: a folder that is not there is not made until all that was given is looked at") {
  TemporaryFolder const folder;
  auto const here = folder.path().string();
  write_file(folder / "a.837", "no claims");
  write_file(folder / "wrong.csv", "no list");
  CHECK(run_binary({"scrub", "a.837", "--out", "new/deep", "--attachments", "wrong.csv"}, here).code == 2);
  CHECK_FALSE(std::filesystem::exists(folder / "new"));
  CHECK(run_binary({"scrub", "a.837", "--out", "new/deep"}, here).code == 3);
  CHECK(std::filesystem::exists(folder / "new" / "deep" / "a.findings.jsonl"));
}

TEST_CASE("confine: the folder of an output, and nothing if none is named") {
  CHECK(cli::folder_of_output("").empty());
  CHECK(cli::folder_of_output("copy.837") == ".");
  CHECK(cli::folder_of_output("/a/copy.837") == "/a");
}

}  // namespace scrub837::test
#endif
