#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "tests/fuzz/checks.hpp"

namespace scrub837::test {

/// How scrub837_mutate is called, for who called it otherwise.
extern char const* const usage;

/// What it is asked to do.
struct Options {
  std::uint64_t seed = 837, from = 0, count = 1000;
  std::vector<std::filesystem::path> folders;
  std::filesystem::path out = "fuzz-failures";
  std::filesystem::path replay;
  std::filesystem::path write;
  std::optional<Plan> plan;
  double hang = 60, slow = 5;
};

/// Nothing if they can't be read.
[[nodiscard]] std::optional<Options> options_of(int count, char** arguments);

}  // namespace scrub837::test
