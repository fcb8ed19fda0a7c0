#include <doctest/doctest.h>

#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::file_summary_test {
namespace {

TEST_CASE("scrub: of a file that is no X12 the screen says why, and what to do") {
  TemporaryFolder const folder;
  write_file(folder / "note.837", "I");
  auto const ran = run_binary({"scrub", (folder / "note.837").string(), "--out", (folder / "out").string()});
  CHECK(ran.code == 3);
  CHECK(ran.out.find("The file has no readable ISA. Check that this is the right file") != std::string::npos);
  CHECK(ran.out.find("note.worklist.csv    what must be corrected; nothing to fill in\n") !=
        std::string::npos);
}

TEST_CASE("the name of a file forges no line and turns no text on the screen") {
  TemporaryFolder const folder;
  auto const in = folder.path().string();
  write_file(folder / "in/a: ok\nscrub837 scrub: 1 file\n\u202Efdp.837", bad_bytes());
  for (std::vector<std::string> const& command :
       {std::vector<std::string>{"scrub", "in", "--out", "out"},
        {"scrub", "in", "--out", "out", "--quiet"},
        {"check", "in"},
        {"check", "in", "--group", "none"},
        {"show", "out", "--why", "H1"},
        {"rerun", "--worklist", "out/none.csv", "out", "--out", "sent"}}) {
    CAPTURE(command);
    auto const ran = run_binary(command, in);
    for (auto const& text : {ran.out, ran.err}) {
      CAPTURE(text);
      CHECK(("\n" + text).find("\nscrub837 scrub: 1 file\n") == std::string::npos);
      CHECK(text.find("\u202E") == std::string::npos);
    }
  }
}

}  // namespace
}  // namespace scrub837::test::file_summary_test
