#include "tests/support/generated/file.hpp"

namespace scrub837::test {

std::vector<Flaw> flaws_of(GeneratedFile const& file) {
  std::vector<Flaw> flaws;
  for (auto const& interchange : file.interchanges) {
    for (auto const& group : interchange.groups) {
      for (auto const& set : group.sets) {
        if (set.kind != SetKind::professional) continue;
        for_each_claim(set, [&](GeneratedClaim const& claim) { flaws.push_back(claim.flaw); });
      }
    }
  }
  return flaws;
}

}  // namespace scrub837::test
