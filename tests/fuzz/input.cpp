#include "tests/fuzz/input.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "tests/support/generated/generators.hpp"
#include "tests/support/generated/render.hpp"

namespace scrub837::test {
namespace {

constexpr std::size_t generated_files = 90;
constexpr std::size_t largest_base = 12'000;

}  // namespace

std::vector<std::string> base_files(std::uint64_t seed, std::vector<std::filesystem::path> const& folders) {
  std::vector<std::string> files;
  for (std::uint64_t i = 0; files.size() < generated_files; ++i) {
    auto bytes = render(numbered_file(seed * 1'000'003 + i, static_cast<int>(i % 12), i % 4 != 3));
    if (!bytes.empty() && bytes.size() <= largest_base) files.push_back(std::move(bytes));
  }
  for (auto const& folder : folders) {
    std::vector<std::filesystem::path> paths;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file()) paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    for (auto const& path : paths) {
      std::ifstream stream(path, std::ios::binary);
      std::string bytes{std::istreambuf_iterator<char>(stream), {}};
      // What is larger only costs time.
      if (bytes.size() <= largest_base && bytes.find("ISA") < 100) files.push_back(std::move(bytes));
    }
  }
  return files;
}

FuzzInput make_input(std::uint64_t seed, std::uint64_t iteration, std::size_t bases) {
  Random random(seed * 0x9E3779B97F4A7C15U + iteration);
  constexpr std::uint32_t block_sizes[] = {0, 0, 64, 65, 127, 1000};
  FuzzInput input;
  input.base = random.below(bases);
  input.mutations = any_mutations(random);
  input.plan.mode = static_cast<std::uint32_t>(random.below(mode_count()));
  input.plan.block_size = random.of(block_sizes);
  input.plan.worklist = random.one_in(3) ? random.next() | 1U : 0;
  return input;
}

}  // namespace scrub837::test
