#include "src/inbox/file_moves.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cerrno>

#include "src/io/errors.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/fake_file_system.hpp"

namespace scrub837::test::file_moves_test {
namespace {

namespace fs = std::filesystem;
using inbox::move_to;

inbox::Destination to(fs::path const& folder, std::string const& name, bool may_be_there = false) {
  return {.folder = folder, .relative = name, .sha256 = "1a2b3c4d5e6f", .may_be_there = may_be_there};
}

TEST_CASE("moves: a file keeps its folder and gets no other readers") {
  TemporaryFolder const folder;
  write_file(folder / "in/north/a.837", "text");
  fs::permissions(folder / "in/north/a.837", fs::perms::all);
  auto const moved = move_to(folder / "in/north/a.837", to(folder / "archive", "north/a.837"));
  CHECK(moved == folder / "archive/north/a.837");
  CHECK(read_file(moved) == "text");
  CHECK(!fs::exists(folder / "in/north/a.837"));
  struct stat status {};
  REQUIRE(::stat(moved.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600);
}

TEST_CASE("moves: a name that is taken is never written over") {
  TemporaryFolder const folder;
  for (auto const* const text : {"one", "two", "three", "four"}) {
    write_file(folder / "in/a.837", text);
    move_to(folder / "in/a.837", to(folder / "archive", "a.837"));
  }
  CHECK(read_file(folder / "archive/a.837") == "one");
  CHECK(read_file(folder / "archive/a.1a2b3c4d.837") == "two");
  CHECK(read_file(folder / "archive/a.1a2b3c4d-2.837") == "three");
  CHECK(read_file(folder / "archive/a.1a2b3c4d-3.837") == "four");
}

TEST_CASE("moves: what a killed run moved in part is not moved twice") {
  TemporaryFolder const folder;
  write_file(folder / "in/a.837", "text");
  write_file(folder / "archive/a.837", "text");
  auto destination = to(folder / "archive", "a.837", true);
  destination.sha256 = inbox::sha256_of_file(folder / "in/a.837");
  CHECK(move_to(folder / "in/a.837", destination) == folder / "archive/a.837");
  CHECK(!fs::exists(folder / "in/a.837"));
}

TEST_CASE("moves: to another disk a whole copy is made first") {
  TemporaryFolder const folder;
  write_file(folder / "in/a.837", "text");
  {
    FakeFileSystem fake;
    FileSystemInUse const in_use(fake);
    fake.fail(Operation::rename, 1, EXDEV);
    CHECK(move_to(folder / "in/a.837", to(folder / "archive", "a.837")) == folder / "archive/a.837");
  }
  CHECK(read_file(folder / "archive/a.837") == "text");
  CHECK(!fs::exists(folder / "in/a.837"));
}

TEST_CASE("moves: whatever fails, the file is whole in one of both places") {
  TemporaryFolder const folder;
  for (auto const operation : {Operation::rename, Operation::remove, Operation::sync, Operation::write}) {
    for (std::size_t nth = 1; nth <= 3; ++nth) {
      fs::remove_all(folder / "archive");
      write_file(folder / "in/a.837", "text");
      {
        FakeFileSystem fake;
        FileSystemInUse const in_use(fake);
        fake.fail(operation, nth, EIO);
        try {
          move_to(folder / "in/a.837", to(folder / "archive", "a.837"));
        } catch (EnvironmentError const&) {
          CHECK(fake.failed());
        }
      }
      bool const here = fs::exists(folder / "in/a.837") && read_file(folder / "in/a.837") == "text";
      bool const there =
          fs::exists(folder / "archive/a.837") && read_file(folder / "archive/a.837") == "text";
      CHECK((here || there));
    }
  }
}

}  // namespace
}  // namespace scrub837::test::file_moves_test
