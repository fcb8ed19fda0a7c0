#include "src/inbox/ready_files.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <chrono>

#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::ready_files_test {
namespace {

namespace fs = std::filesystem;
using inbox::look_into;

constexpr std::time_t now = 2'000'000'000;

void make_file(fs::path const& path, std::time_t changed) {
  write_file(path, "x");
  timespec const times[2] = {{changed, 0}, {changed, 0}};
  REQUIRE(::utimensat(AT_FDCWD, path.c_str(), times, 0) == 0);
}

std::vector<std::string> names(inbox::InboxContents const& contents) {
  std::vector<std::string> result;
  for (auto const& file : contents.ready) result.push_back(file.relative.string());
  return result;
}

TEST_CASE("inbox: files are taken in the order in which they came, those of folders too") {
  TemporaryFolder const folder;
  make_file(folder / "a.837", now - 100);
  make_file(folder / "b.837", now - 300);
  make_file(folder / "north/c.837", now - 200);
  CHECK(names(look_into(folder.path(), {.min_age = 60, .marker = ""}, now)) ==
        std::vector<std::string>{"b.837", "north/c.837", "a.837"});
}

TEST_CASE("inbox: young files are left, and counted") {
  TemporaryFolder const folder;
  make_file(folder / "old.837", now - 60);
  make_file(folder / "young.837", now - 59);
  auto const contents = look_into(folder.path(), {.min_age = 60, .marker = ""}, now);
  CHECK(names(contents) == std::vector<std::string>{"old.837"});
  CHECK(contents.young == 1);
}

TEST_CASE("inbox: a date in the future does not keep a file for ever") {
  TemporaryFolder const folder;
  make_file(folder / "future.837", now);
  // Its entry was changed just now, long before the date.
  CHECK(look_into(folder.path(), {.min_age = 60, .marker = ""}, std::time(nullptr)).young == 1);
  CHECK(names(look_into(folder.path(), {.min_age = 60, .marker = ""}, std::time(nullptr) + 100)).size() == 1);
}

TEST_CASE("inbox: hidden and unfinished files are passed over, links and pipes refused") {
  TemporaryFolder const folder;
  make_file(folder / "good.837", now - 100);
  for (auto const* const name : {".hidden.837", "a.837.part", "b.filepart", ".folder/c.837"})
    make_file(folder / name, now - 100);
  TemporaryFolder const elsewhere;
  make_file(elsewhere / "secret.837", now - 100);
  fs::create_symlink(elsewhere / "secret.837", folder / "link.837");
  fs::create_symlink(elsewhere.path(), folder / "folder");
  REQUIRE(::mkfifo((folder / "pipe.837").c_str(), 0600) == 0);
  auto const contents = look_into(folder.path(), {.min_age = 60, .marker = ""}, now);
  CHECK(names(contents) == std::vector<std::string>{"good.837"});
  CHECK(contents.refused.size() == 3);
  CHECK(contents.young == 0);
}

TEST_CASE("inbox: with a marker only files beside one are taken, however young") {
  TemporaryFolder const folder;
  make_file(folder / "a.837", now);
  make_file(folder / "a.837.done", now);
  make_file(folder / "b.837", now);
  make_file(folder / "b.done", now);
  make_file(folder / "c.837", now - 1000);
  auto const contents = look_into(folder.path(), {.min_age = 60, .marker = ".done"}, now);
  REQUIRE(names(contents) == std::vector<std::string>{"a.837", "b.837"});
  CHECK(contents.ready[0].marker == folder / "a.837.done");
  CHECK(contents.ready[1].marker == folder / "b.done");
  CHECK(contents.without_marker == 1);
}

TEST_CASE("inbox: a file that grew or was replaced is another one") {
  TemporaryFolder const folder;
  make_file(folder / "a.837", now - 100);
  auto const contents = look_into(folder.path(), {.min_age = 60, .marker = ""}, now);
  CHECK(inbox::is_unchanged(contents.ready[0]));
  write_file(folder / "a.837", "xx");
  CHECK(!inbox::is_unchanged(contents.ready[0]));
  fs::remove(folder / "a.837");
  CHECK(!inbox::is_unchanged(contents.ready[0]));
}

}  // namespace
}  // namespace scrub837::test::ready_files_test
