#include "src/io/read_lines.hpp"

#include <doctest/doctest.h>

#include "src/io/errors.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::read_lines_test {
namespace {

std::string lines_of(std::string const& bytes) {
  TemporaryFolder folder;
  write_file(folder / "a.txt", bytes);
  std::string text;
  read_lines(folder / "a.txt", [&](std::string_view line) { text.append(line).append("|"); });
  return text;
}

TEST_CASE("read_lines: with and without a last line end, and lines longer than what is read at once") {
  CHECK(lines_of("").empty());
  CHECK(lines_of("a\n\nb\n") == "a||b|");
  CHECK(lines_of("a\nb") == "a|b|");
  std::string const longest(200'000, 'x');
  CHECK(lines_of(longest + "\n" + longest) == longest + "|" + longest + "|");
  CHECK_THROWS_AS(read_lines("/no such file", [](std::string_view) {}), EnvironmentError);
}

}  // namespace
}  // namespace scrub837::test::read_lines_test
