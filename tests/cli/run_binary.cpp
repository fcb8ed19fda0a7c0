#include "tests/cli/run_binary.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/io/temporary_folder.hpp"

namespace scrub837::test {
namespace {

std::vector<char*> as_argv(std::vector<std::string>& words) {
  std::vector<char*> argv;
  argv.reserve(words.size() + 1);
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  return argv;
}

// The tests' own, so that they change nothing of who runs them.
std::string const& state_folder() {
  static TemporaryFolder const folder;
  static std::string const path = folder.path().string();
  return path;
}

}  // namespace

Ran run_binary(std::vector<std::string> const& arguments, std::string const& folder,
               std::string const& standard_input) {
  TemporaryFolder const files;
  auto const in = (files / "in").string();
  auto const out = (files / "out").string();
  auto const err = (files / "err").string();
  write_file(in, standard_input);
  std::vector<std::string> words{SCRUB837_BINARY};
  words.insert(words.end(), arguments.begin(), arguments.end());
  auto argv = as_argv(words);
  auto const& state = state_folder();
  auto const child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    bool const ready = ::setenv("XDG_STATE_HOME", state.c_str(), 1) == 0 && ::chdir(folder.c_str()) == 0 &&
                       ::dup2(::open(in.c_str(), O_RDONLY), 0) == 0 &&
                       ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT, 0600), 1) == 1 &&
                       ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT, 0600), 2) == 2;
    if (ready) ::execv(argv[0], argv.data());
    ::_exit(127);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(out), read_file(err)};
}

bool run_and_kill(std::vector<std::string> const& arguments, unsigned microseconds) {
  std::vector<std::string> words{SCRUB837_BINARY};
  words.insert(words.end(), arguments.begin(), arguments.end());
  auto argv = as_argv(words);
  auto const child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    auto const nowhere = ::open("/dev/null", O_RDWR);
    ::dup2(nowhere, 1);
    ::dup2(nowhere, 2);
    ::execv(argv[0], argv.data());
    ::_exit(127);
  }
  ::usleep(microseconds);
  ::kill(child, SIGKILL);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFSIGNALED(status);
}

}  // namespace scrub837::test
