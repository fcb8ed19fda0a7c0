#include "src/x12/level_contents.hpp"

#include <algorithm>

#include "src/io/sha256.hpp"

namespace scrub837 {

void LevelContents::Level::settle() const {
  for (auto const& segment : received.segments) {
    auto const begin = segment.begin - received.segments.front().begin;
    text.append(received.bytes, begin, segment.end - segment.begin).push_back('\n');
  }
  received.segments.clear();
}

void LevelContents::Level::clear() {
  text.clear();
  received.segments.clear();
}

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
  auto const& level = levels_[static_cast<std::size_t>(rank_)];
  level.settle();
  level.text.append(segment).push_back('\n');
}

void LevelContents::add(Block const& block, std::span<Segment const> segments) {
  if (rank_ < 0 || segments.empty()) return;
  // The clean copy of a folded segment is elsewhere in the block.
  if (std::ranges::any_of(segments, &Segment::folded)) {
    for (auto const& segment : segments) add(block.text(segment));
    return;
  }
  digest_.clear();
  auto const& level = levels_[static_cast<std::size_t>(rank_)];
  level.settle();
  auto const begin = segments.front().begin;
  level.received.bytes.assign(block.bytes, begin, segments.back().end - begin);
  level.received.segments.assign(segments.begin(), segments.end());
}

std::string_view LevelContents::level(int rank) const {
  auto const& level = levels_[static_cast<std::size_t>(rank)];
  level.settle();
  return level.text;
}

std::string LevelContents::digest() const {
  if (!digest_.empty()) return digest_;
  constexpr std::size_t enough = 12;
  std::string all;
  for (auto const& level : levels_) {
    level.settle();
    all.append(level.text).push_back('\f');
  }
  return digest_ = sha256(all).substr(0, enough);
}

}  // namespace scrub837
