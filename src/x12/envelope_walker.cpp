#include "src/x12/envelope_walker.hpp"

#include <algorithm>

namespace scrub837 {

int rank_of(std::string_view code) {
  if (code == "20") return 0;
  if (code == "22") return 1;
  if (code == "23") return 2;
  return 3;
}

EnvelopeWalker::Step EnvelopeWalker::step(Block const& block, std::span<Segment const> unit,
                                          Delimiters const& delimiters) {
  switch (unit[0].kind) {
    case Kind::ST:
      open_set();
      return Step::set;
    case Kind::HL:
      if (!in_set_) open_set();
      open_level(block, unit, delimiters, 0, 0);
      return Step::level;
    case Kind::CLM:
      if (!in_set_) open_set();
      return Step::claim;
    default:
      leave_set();
      return Step::outside;
  }
}

void EnvelopeWalker::open_set() {
  in_set_ = true;
  level_count_ = 0;
  close_levels(0);
  contents_.clear();
}

OpenLevel const& EnvelopeWalker::open_level(Block const& block, std::span<Segment const> unit,
                                            Delimiters const& delimiters, std::uint64_t offset,
                                            std::uint64_t segment_number) {
  auto const hl = block.view(unit[0], delimiters);
  auto const rank = rank_of(hl[3]);
  close_levels(rank);
  auto& level = levels_[static_cast<std::size_t>(rank)];
  level.open = true;
  level.ordinal = ++level_count_;
  level.offset = offset;
  level.segment_number = segment_number;
  if (keep_ == Keep::ranks) return level;
  // The texts keep their memory from level to level.
  level.number = hl[1];
  level.child_flag = hl[4];
  level.text = hl.text();
  contents_.open(rank);
  contents_.add(block, unit.subspan(1));
  return level;
}

void EnvelopeWalker::close_levels(int rank) {
  for (auto i = static_cast<std::size_t>(rank); i < levels_.size(); ++i) levels_[i].open = false;
}

std::optional<int> EnvelopeWalker::innermost() const {
  auto const found =
      std::find_if(levels_.rbegin(), levels_.rend(), [](auto const& level) { return level.open; });
  if (found == levels_.rend()) return std::nullopt;
  return static_cast<int>(levels_.rend() - found) - 1;
}

}  // namespace scrub837
