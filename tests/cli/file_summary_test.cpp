#include <doctest/doctest.h>

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

}  // namespace
}  // namespace scrub837::test::file_summary_test
