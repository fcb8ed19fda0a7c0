// Run by the build over each guide table that is embedded: a fault stops it.

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "src/guide/table.hpp"

namespace {

char const* source_folder = ".";

bool exists(std::string_view file) {
  return std::filesystem::exists(std::filesystem::path(source_folder) / file);
}

}  // namespace

/// check_guide SOURCE_FOLDER FILE…: exit 1 with file, line and a caret if a table is wrong.
int main(int count, char** words) {
  if (count < 3) {
    fmt::print(stderr, "usage: check_guide SOURCE_FOLDER FILE...\n");
    return 2;
  }
  source_folder = words[1];
  for (int i = 2; i < count; ++i) {
    std::ifstream in(words[i]);
    std::string const text{std::istreambuf_iterator<char>(in), {}};
    auto const result = scrub837::guide::read_table(text, exists);
    if (auto const* const fault = std::get_if<scrub837::guide::TableFault>(&result)) {
      fmt::print(stderr, "{}\n", scrub837::guide::described(*fault, words[i]));
      return 1;
    }
    auto const& table = std::get<scrub837::guide::Table>(result);
    fmt::print("{}: {} loops, {} segments, {} elements and components\n", table.name, table.loops.size(),
               table.uses.size(), table.elements.size());
  }
  return 0;
}
