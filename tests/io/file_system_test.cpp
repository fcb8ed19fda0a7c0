#include "src/io/file_system.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cerrno>

#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/fake_file_system.hpp"

namespace scrub837::test::file_system_test {

namespace fs = std::filesystem;

TEST_CASE("file system: how files are opened") {
  TemporaryFolder const folder;
  auto& disk = file_system();
  auto const path = folder / "a";
  CHECK_FALSE(disk.open(path, OpenMode::read));
  CHECK(errno == ENOENT);
  {
    auto const file = disk.open(path, OpenMode::create_new);
    REQUIRE(file);
    CHECK(disk.write_at(file.get(), "text", 0) == 4);
  }
  CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK_FALSE(disk.open(path, OpenMode::create_new));
  CHECK(errno == EEXIST);
  CHECK(disk.open(path, OpenMode::create));
  CHECK(read_file(path) == "text");
  CHECK(disk.open(path, OpenMode::create_empty));
  CHECK(read_file(path) == "");
  // Never through a link, which may lead to somebody else's file.
  fs::create_symlink(path, folder / "link");
  for (auto const mode : {OpenMode::create, OpenMode::create_empty}) {
    CHECK_FALSE(disk.open(folder / "link", mode));
    CHECK(errno == ELOOP);
  }
  CHECK_FALSE(disk.open(path, OpenMode::folder));
  CHECK(disk.open(folder.path(), OpenMode::folder));
}

TEST_CASE("file system: a nameless file leaves no name") {
  TemporaryFolder const folder;
  auto const file = file_system().open_nameless(folder.path());
  REQUIRE(file);
  CHECK(file_system().write_at(file.get(), "text", 0) == 4);
  CHECK(names_in(folder.path()) == "");
}

TEST_CASE("file system: what is in a folder") {
  TemporaryFolder const folder;
  write_file(folder / "a", "x");
  write_file(folder / "b/inside", "x");
  fs::create_directory_symlink("b", folder / "c");
  std::vector<FolderEntry> entries;
  REQUIRE(file_system().list(folder.path(), entries));
  std::map<std::string, FolderEntry::Type> found;
  for (auto const& entry : entries) found[entry.name] = entry.type;
  CHECK(found.size() == 3);
  // A disk need not tell; a link is never taken for what it leads to.
  CHECK(found["a"] != FolderEntry::Type::folder);
  CHECK(found["b"] != FolderEntry::Type::file);
  CHECK(found["c"] == FolderEntry::Type::unknown);
  CHECK_FALSE(file_system().list(folder / "a", entries));
  CHECK(errno == ENOTDIR);
}

TEST_CASE("folders are made with those above them; one that can't be is named") {
  TemporaryFolder const folder;
  make_folders(folder / "a/b/c");
  CHECK(fs::is_directory(folder / "a/b/c"));
  make_folders((folder / "d").string() + "/");
  CHECK(fs::is_directory(folder / "d"));
  write_file(folder / "file", "x");
  for (std::string const name : {"file", "file/below"}) {
    CAPTURE(name);
    try {
      make_folders(folder / name);
      FAIL("it is made");
    } catch (EnvironmentError const& error) {
      CHECK(std::string(error.what()) ==
            "cannot create the folder " + (folder / name).string() + ": Not a directory");
    }
  }
}

TEST_CASE("a write that is interrupted goes on") {
  TemporaryFolder const folder;
  FakeFileSystem fake;
  FileSystemInUse const used(fake);
  fake.fail(Operation::write, 1, EINTR);
  auto const file = open_file(folder / "a", OpenMode::create_new);
  write_at(file.get(), "text", 0, "a");
  CHECK(read_file(folder / "a") == "text");
  CHECK(fake.count(Operation::write) == 2);
  CHECK(fake.calls().back().path == folder / "a");
}

}  // namespace scrub837::test::file_system_test
