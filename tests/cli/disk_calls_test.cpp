#include <doctest/doctest.h>

#include <regex>
#include <set>

#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::disk_calls_test {

namespace fs = std::filesystem;

TEST_CASE("only the file system calls the disk itself") {
  std::regex const calls(
      R"((^|[^A-Za-z0-9_])::(open|creat|read|write|pread|pwrite|fsync|unlink|rename|stat|lstat|fstat|flock|)"
      R"(fchmod|chmod|ftruncate|mkdir|mkostemp|opendir|link)\(|fstream|fopen\(|parse_file\(|)"
      R"((exists|is_directory|is_regular_file)\((path|name|file|folder)\)|create_director|fs::(remove|rename|copy))");
  fs::path const tree = SCRUB837_SOURCE_DIR "/src";
  // What makes standard input, output and error sure opens /dev/null; the sandbox names folders to the
  // kernel.
  std::set<std::string> const allowed{"io/file_system.cpp", "cli/standard_streams.cpp", "cli/log.cpp",
                                      "sandbox/restrict_files.cpp"};
  std::set<std::string> found;
  std::size_t files = 0;
  for (auto const& entry : fs::recursive_directory_iterator(tree)) {
    auto const extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".hpp") continue;
    ++files;
    std::istringstream lines(read_file(entry.path()));
    for (std::string line; std::getline(lines, line);) {
      if (std::regex_search(line, calls)) found.insert(entry.path().lexically_relative(tree).string());
    }
  }
  CHECK(files > 200);
  for (auto const& file : found) CHECK_MESSAGE(allowed.contains(file), file);
  // The pattern does find them.
  CHECK(found == allowed);
}

}  // namespace scrub837::test::disk_calls_test
