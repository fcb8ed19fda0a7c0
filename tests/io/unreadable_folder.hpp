#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "src/io/file_descriptor.hpp"

namespace scrub837::test {

/// Makes folders so deep that the whole name of the lowest is too long to be opened: for root, too.
inline void make_unreadable_below(std::filesystem::path const& folder) {
  std::filesystem::create_directories(folder);
  std::string const name(200, 'd');
  FileDescriptor at(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  for (int depth = 0; depth < 25; ++depth) {
    REQUIRE(::mkdirat(at.get(), name.c_str(), S_IRWXU) == 0);
    at = FileDescriptor(::openat(at.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    REQUIRE(at);
  }
}

}  // namespace scrub837::test
