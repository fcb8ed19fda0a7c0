#include "src/scrub/claim_digest.hpp"

#include "src/io/sha256.hpp"

namespace scrub837 {

std::string claim_digest(Block const& block, std::span<Segment const> unit, LevelContents const& above) {
  auto const begin = block.content(unit.front()).begin;
  auto const end = block.content(unit.back()).end + (unit.back().unterminated ? 0U : 1U);
  return sha256(std::string_view(block.bytes).substr(begin, end - begin)) + "." + above.digest();
}

}  // namespace scrub837
