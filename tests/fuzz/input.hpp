#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/fuzz/checks.hpp"
#include "tests/fuzz/mutation.hpp"

namespace scrub837::test {

/// Valid files that mutations start from: generated ones, and those of the folders.
[[nodiscard]] std::vector<std::string> base_files(std::uint64_t seed,
                                                  std::vector<std::filesystem::path> const& folders);

/// Input number `iteration` of a seed, before it is changed.
struct FuzzInput {
  std::size_t base = 0;  ///< index into the base files
  std::vector<Mutation> mutations;
  Plan plan;
};
[[nodiscard]] FuzzInput make_input(std::uint64_t seed, std::uint64_t iteration, std::size_t bases);

/// Leaves out mutations, and then parts of the file, as long as it still fails.
/// \return the smallest file found
template <typename Fails>
[[nodiscard]] std::string minimized(std::string const& base, std::vector<Mutation> mutations, Fails fails) {
  for (std::size_t i = mutations.size(); i > 0; --i) {
    auto fewer = mutations;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i - 1));
    if (fails(mutated(base, fewer))) mutations = std::move(fewer);
  }
  auto bytes = mutated(base, mutations);
  for (auto const unit :
       {Unit::interchange, Unit::group, Unit::set, Unit::level, Unit::claim, Unit::line, Unit::segment}) {
    auto count = Document(bytes).units(unit).size();
    for (std::size_t i = std::min<std::size_t>(count, 60); i > 0; --i) {
      Document document(bytes);
      auto const spans = document.units(unit);
      if (i > spans.size()) continue;
      auto const span = spans[i - 1];
      document.parts.erase(document.parts.begin() + static_cast<std::ptrdiff_t>(span.first),
                           document.parts.begin() + static_cast<std::ptrdiff_t>(span.last));
      auto shorter = document.bytes();
      if (fails(shorter)) bytes = std::move(shorter);
    }
  }
  return bytes;
}

}  // namespace scrub837::test
