#include <doctest/doctest.h>
#include <sys/wait.h>

#include <cstdlib>

#include "tests/cli/full_file.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/file_builder.hpp"

namespace scrub837::test::standard_streams_test {
namespace {

std::string const binary = SCRUB837_BINARY;

// Runs a line of the shell in a folder. \return its exit code, -1 if a signal ended it
int shell(TemporaryFolder const& folder, std::string const& line) {
  auto const command = "cd " + folder.path().string() + " && ( " + line + " )";
  int const status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// A text without the values of a JSON key: from behind its colon to the comma or the end of the line.
std::string without_values(std::string text, std::string const& key) {
  auto const name = "\"" + key + "\":";
  for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
    auto const value = at + name.size();
    text.erase(value, std::min(text.find_first_of(",\n", value), text.size()) - value);
  }
  return text;
}

// All outputs of a folder, but for what differs from run to run.
std::string outputs_in(std::filesystem::path const& folder) {
  std::vector<std::string> names;
  for (auto const& entry : std::filesystem::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  std::string all;
  for (auto const& name : names)
    all += name + "\n" + without_values(without_values(read_file(folder / name), "seconds"), "started");
  return all;
}

// Held files, so that each is printed, and more than fit into a buffer of standard output.
void write_inputs(TemporaryFolder const& folder) {
  for (int i = 100; i < 140; ++i)
    write_file(folder / ("in/a-file-with-a-long-name-" + std::to_string(i) + ".837"),
               file_with("SV1*HC:99600*125*UN*1***1~"));
}

std::string const scrub = binary + " scrub in --verbose --jobs 4 --out ";

}  // namespace

TEST_CASE("closed descriptors change no output and no exit code") {
  TemporaryFolder const folder;
  write_inputs(folder);
  CHECK(shell(folder, scrub + "normal >/dev/null 2>&1") == 1);
  auto const normal = outputs_in(folder / "normal");
  for (int closed = 1; closed < 8; ++closed) {
    CAPTURE(closed);
    std::string redirections;
    for (int number = 0; number < 3; ++number) {
      bool const is_closed = ((closed >> number) & 1) != 0;
      redirections +=
          " " + std::to_string(number) + (number == 0 ? "<" : ">") + (is_closed ? "&-" : "/dev/null");
    }
    auto const out = "out" + std::to_string(closed);
    CHECK(shell(folder, scrub + out + redirections) == 1);
    CHECK((outputs_in(folder / out) == normal));
  }
}

TEST_CASE("a screen that can't be written to: all inputs are done, and the exit code is 4") {
  TemporaryFolder const folder;
  write_inputs(folder);
  CHECK(shell(folder, scrub + "normal >/dev/null 2>&1") == 1);
  auto const normal = outputs_in(folder / "normal");
  CHECK(shell(folder, scrub + "full >/dev/full 2>err") == 4);
  CHECK((outputs_in(folder / "full") == normal));
  CHECK(read_file(folder / "err").find("cannot write to standard output: No space left") !=
        std::string::npos);
  CHECK(shell(folder, scrub + "log >/dev/null 2>/dev/full") == 4);
  CHECK((outputs_in(folder / "log") == normal));
  // Nobody reads on, from the first byte or from the hundredth.
  CHECK(shell(folder, "{ sleep 0.2; " + scrub + "pipe 2>/dev/null; echo $? >code; } | :") == 0);
  CHECK(read_file(folder / "code") == "4\n");
  CHECK((outputs_in(folder / "pipe") == normal));
  CHECK(shell(folder, scrub + "quiet --quiet >/dev/full 2>/dev/null") == 4);
  CHECK((outputs_in(folder / "quiet") == normal));
}

TEST_CASE("rerun and letters make their files whole, too") {
  TemporaryFolder const folder;
  write_inputs(folder);
  REQUIRE(shell(folder, binary + " scrub in --out out >/dev/null") == 1);
  auto const one = "out/a-file-with-a-long-name-100.worklist.csv";
  auto const rerun = binary + " rerun --control-number 7 --worklist " + one + " out --verbose --out ";
  auto const letters = binary + " letters --worklist " + one + " in --verbose --out ";
  for (auto const& command : {rerun, letters}) {
    CAPTURE(command);
    int const code = shell(folder, command + "normal >/dev/null 2>&1");
    CHECK(code != 4);
    CHECK(shell(folder, command + "closed >&- 2>&- <&-") == code);
    CHECK(shell(folder, command + "full >/dev/full 2>/dev/full") == 4);
    if (command == rerun) {
      CHECK((outputs_in(folder / "closed") == outputs_in(folder / "normal")));
      CHECK((outputs_in(folder / "full") == outputs_in(folder / "normal")));
    }
    for (auto const* const made : {"normal", "closed", "full"}) std::filesystem::remove_all(folder / made);
  }
}

TEST_CASE("wrong usage is exit 2, whether it can be told or not") {
  TemporaryFolder const folder;
  for (auto const* const screen : {"2>&-", "2>/dev/full", "2>/dev/null", ">&- 2>&- <&-"}) {
    CAPTURE(screen);
    CHECK(shell(folder, binary + " nonsense " + screen) == 2);
    CHECK(shell(folder, binary + " scrub nowhere.837 --out out " + screen) == 2);
  }
  CHECK(shell(folder, binary + " check - <&- >/dev/null") == 3);  // as /dev/null, which holds no X12
}

TEST_CASE("a file that may not grow further is exit 4, and nothing is left of it") {
  TemporaryFolder const folder;
  write_inputs(folder);
  CHECK(shell(folder, files_may_not_grow + binary + " scrub in --out out >/dev/null 2>/dev/null") == 4);
  CHECK(names_in(folder / "out") == "");
}

}  // namespace scrub837::test::standard_streams_test
