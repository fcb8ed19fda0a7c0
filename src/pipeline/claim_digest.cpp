#include "src/pipeline/claim_digest.hpp"

#include "src/io/sha256.hpp"

namespace scrub837 {

void LevelContents::open(int rank) {
  digest_.clear();
  rank_ = rank;
  for (auto i = static_cast<std::size_t>(rank); i < levels_.size(); ++i) levels_[i].clear();
}

void LevelContents::clear() {
  open(0);
  rank_ = -1;
}

void LevelContents::add(std::string_view segment) {
  if (rank_ < 0) return;
  digest_.clear();
  levels_[static_cast<std::size_t>(rank_)].append(segment).push_back('\n');
}

std::string LevelContents::digest() const {
  if (!digest_.empty()) return digest_;
  constexpr std::size_t enough = 12;
  std::string all;
  for (auto const& level : levels_) all.append(level).push_back('\f');
  return digest_ = sha256(all).substr(0, enough);
}

std::string claim_digest(Block const& block, std::span<Segment const> unit, LevelContents const& above) {
  auto const begin = block.content(unit.front()).begin;
  auto const end = block.content(unit.back()).end + (unit.back().unterminated ? 0U : 1U);
  return sha256(std::string_view(block.bytes).substr(begin, end - begin)) + "." + above.digest();
}

}  // namespace scrub837
