#include "src/io/leftovers.hpp"

#include <doctest/doctest.h>

#include "src/io/publisher.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::leftovers_test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> const suffixes{".clean.837", ".held.837", ".summary.json"};

TEST_CASE("leftovers: locks and temporaries of killed runs go, in folders too") {
  TemporaryFolder const folder;
  for (auto const* const name :
       {".a.lock", ".a.clean.837.tmp", "north/.b.c.held.837.tmp", ".a.summary.json.tmp"})
    write_file(folder / name, "12345");
  for (auto const* const name : {"a.clean.837", ".profile", ".other.tmp", ".hidden/.a.clean.837.tmp"})
    write_file(folder / name, "kept");
  CHECK(remove_leftovers(folder.path(), suffixes) == 20);
  for (auto const* const name :
       {".a.lock", ".a.clean.837.tmp", "north/.b.c.held.837.tmp", ".a.summary.json.tmp"})
    CHECK(!fs::exists(folder / name));
  for (auto const* const name : {"a.clean.837", ".profile", ".other.tmp", ".hidden/.a.clean.837.tmp"})
    CHECK(fs::exists(folder / name));
}

TEST_CASE("leftovers: what a run at work uses stays") {
  TemporaryFolder const folder;
  Publisher publisher(folder.path(), "a");
  auto const file = publisher.open_temporary(".clean.837");
  CHECK(remove_leftovers(folder.path(), suffixes) == 0);
  CHECK(fs::exists(folder / ".a.lock"));
  CHECK(fs::exists(folder / ".a.clean.837.tmp"));
}

TEST_CASE("leftovers: earlier outputs that were moved aside stay until new ones are published") {
  TemporaryFolder const folder;
  write_file(folder / ".a.clean.837.old", "old");
  write_file(folder / ".a.clean.837.other.old", "old");
  CHECK(remove_leftovers(folder.path(), suffixes) == 0);
  CHECK(fs::exists(folder / ".a.clean.837.old"));
  write_file(folder / "a.summary.json", "{}");
  CHECK(remove_leftovers(folder.path(), suffixes) == 6);
  CHECK(!fs::exists(folder / ".a.clean.837.old"));
}

TEST_CASE("leftovers: a folder that is not there has none") {
  TemporaryFolder const folder;
  CHECK(remove_leftovers(folder / "nowhere", suffixes) == 0);
}

}  // namespace
}  // namespace scrub837::test::leftovers_test
