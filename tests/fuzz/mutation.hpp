#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/fuzz/document.hpp"
#include "tests/fuzz/random.hpp"

namespace scrub837::test {

/// One way to change a file; exactly one of the two functions is there.
struct Mutator {
  std::string_view name;
  void (*change_document)(Document&, Random&) = nullptr;
  void (*change_bytes)(std::string&, Random&) = nullptr;
};

/// All of them, in a fixed order.
[[nodiscard]] std::span<Mutator const> mutators();

/// A change that can be done again: which mutator, and the seed of what it chooses.
struct Mutation {
  std::uint32_t kind = 0;  ///< modulo the number of mutators
  std::uint64_t seed = 0;

  [[nodiscard]] std::string_view name() const { return mutators()[kind % mutators().size()].name; }
};

/// Applies mutations one after the other. Each has its own random numbers, so one can be left out without
/// changing what the others choose from.
[[nodiscard]] std::string mutated(std::string bytes, std::span<Mutation const> mutations);

/// 1 to 6 mutations.
[[nodiscard]] std::vector<Mutation> any_mutations(Random& random);

// The families, one a file.
[[nodiscard]] std::span<Mutator const> byte_mutators();
[[nodiscard]] std::span<Mutator const> structure_mutators();
[[nodiscard]] std::span<Mutator const> envelope_mutators();
[[nodiscard]] std::span<Mutator const> content_mutators();

}  // namespace scrub837::test
