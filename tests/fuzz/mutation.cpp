#include "tests/fuzz/mutation.hpp"

namespace scrub837::test {
namespace {

constexpr std::size_t largest_file = std::size_t{1} << 17U;

}  // namespace

std::span<Mutator const> mutators() {
  static std::vector<Mutator> const all = [] {
    std::vector<Mutator> list;
    for (auto const family :
         {byte_mutators(), structure_mutators(), envelope_mutators(), content_mutators()}) {
      list.insert(list.end(), family.begin(), family.end());
    }
    return list;
  }();
  return all;
}

std::string mutated(std::string bytes, std::span<Mutation const> mutations) {
  for (auto const& mutation : mutations) {
    auto const& mutator = mutators()[mutation.kind % mutators().size()];
    Random random(mutation.seed);
    if (mutator.change_bytes != nullptr) {
      mutator.change_bytes(bytes, random);
    } else {
      Document document(bytes);
      mutator.change_document(document, random);
      bytes = document.bytes();
    }
    // Doubling what was doubled makes files that only take time.
    if (bytes.size() > largest_file) bytes.resize(largest_file);
  }
  return bytes;
}

std::vector<Mutation> any_mutations(Random& random) {
  std::vector<Mutation> mutations(1 + random.below(6));
  for (auto& one : mutations) {
    one.kind = static_cast<std::uint32_t>(random.below(mutators().size()));
    one.seed = random.next();
  }
  return mutations;
}

}  // namespace scrub837::test
