#include "src/x12/level_contents.hpp"

#include <algorithm>

#include "src/io/sha256.hpp"

namespace scrub837 {
namespace {

template <typename Use>
void for_each_line(std::string_view text, Use use) {
  while (!text.empty()) {
    auto const end = text.find('\n');
    use(text.substr(0, end));
    text.remove_prefix(std::min(end, text.size() - 1) + 1);
  }
}

}  // namespace

void append_identity(std::string& out, std::string_view segment) {
  constexpr std::string_view id = "SBR", self = "18";
  if (segment.starts_with(id) && segment.size() > id.size()) {
    auto const separator = segment[id.size()];
    auto const second = segment.find(separator, id.size() + 1);
    if (second != segment.npos && segment.substr(second + 1).starts_with(self)) {
      auto const behind = segment.substr(second + 1 + self.size());
      if (behind.empty() || behind[0] == separator) {
        out.append(segment.substr(0, second + 1)).append(behind).push_back('\n');
        return;
      }
    }
  }
  out.append(segment).push_back('\n');
}

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
    for_each_line(level.text, [&](std::string_view segment) { append_identity(all, segment); });
    all.push_back('\f');
  }
  return digest_ = sha256(all).substr(0, enough);
}

}  // namespace scrub837
