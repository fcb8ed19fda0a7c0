#include "src/io/write_whole.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "src/io/errors.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::write_whole_test {

TEST_CASE("a file is written whole, for its owner alone, over an older one too") {
  TemporaryFolder folder;
  auto const path = folder / "deep/er/a.html";
  write_whole(path, "one");
  CHECK(read_whole(path) == "one");
  ::chmod(path.c_str(), 0644);
  std::string const large(1U << 19U, 'x');
  write_whole(path, large);
  CHECK(read_whole(path) == large);
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600);
  CHECK(names_in(folder / "deep/er") == "a.html");
}

TEST_CASE("a file that can't be written leaves nothing behind") {
  TemporaryFolder folder;
  std::filesystem::create_directories(folder / "a.html/inside");
  CHECK_THROWS_AS(write_whole(folder / "a.html", "one"), EnvironmentError);
  CHECK(names_in(folder.path()) == "a.html");
  CHECK_THROWS_AS(static_cast<void>(read_whole(folder / "missing")), EnvironmentError);
}

}  // namespace scrub837::test::write_whole_test
