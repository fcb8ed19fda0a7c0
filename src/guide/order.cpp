#include "src/guide/order.hpp"

#include <algorithm>

#include "src/guide/use_of_segment.hpp"

namespace scrub837::guide {

std::vector<Entry> entries_of(BoundGuide const& guide, SegmentRun const& run, std::size_t on_tape,
                              Loop const& loop) {
  std::vector<Entry> entries;
  auto next = on_tape + 1;
  for (auto i = loop.first; i < loop.last;) {
    if (next < run.loops.size() && run.loops[next].first == i) {
      auto const& inner = run.loops[next];
      while (next < run.loops.size() && run.loops[next].first < inner.last) ++next;
      auto const& children = guide.loop(loop.id).children;
      auto const child = std::ranges::find(children, inner.id, &BoundGuide::Child::loop);
      if (child != children.end()) entries.push_back({inner.id, inner.first, inner.last, child->position});
      i = inner.last;
      continue;
    }
    auto const uses = guide.uses(loop.id, run.segments[i].kind);
    if (!uses.empty()) {
      auto const* const use = use_of_segment(guide, uses, run.segments[i], run.segment(i));
      entries.push_back({LoopId::stray, i, i + 1, use == nullptr ? uses.front().position : use->position});
    }
    ++i;
  }
  return entries;
}

std::uint32_t last_before(std::vector<Entry> const& entries, std::uint16_t position) {
  std::uint32_t last = 0;
  for (auto const& entry : entries) {
    if (entry.position <= position) last = entry.last - 1;
  }
  return last;
}

std::vector<Entry> out_of_order(std::vector<Entry>& entries) {
  // How many can be kept from each entry on: the longest run that never goes back.
  std::vector<std::size_t> kept(entries.size());
  std::vector<int>
      greatest_first;  // by length - 1, negative: the greatest position that such a run begins with
  for (auto i = entries.size(); i-- > 0;) {
    auto const at = std::ranges::upper_bound(greatest_first, -static_cast<int>(entries[i].position));
    kept[i] = static_cast<std::size_t>(at - greatest_first.begin()) + 1;
    if (at == greatest_first.end()) {
      greatest_first.push_back(-static_cast<int>(entries[i].position));
    } else {
      *at = -static_cast<int>(entries[i].position);
    }
  }
  std::vector<Entry> moved;
  auto wanted = greatest_first.size();
  std::uint16_t position = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    entries[i].in_order = wanted > 0 && kept[i] == wanted && entries[i].position >= position;
    if (entries[i].in_order) {
      position = entries[i].position;
      --wanted;
    } else {
      moved.push_back(entries[i]);
    }
  }
  return moved;
}

std::vector<Move> moves_of(std::vector<Entry> const& entries) {
  auto judged = entries;
  std::vector<Entry> moved;
  std::uint16_t pinned = 0;
  std::erase_if(judged, [&](Entry const& entry) {
    if (entry.apart) return true;
    if (entry.pinned) pinned = std::max(pinned, entry.position);
    if (entry.position < pinned) moved.push_back(entry);
    return entry.position < pinned;
  });
  for (auto const& entry : out_of_order(judged)) moved.push_back(entry);
  std::ranges::sort(moved, {}, &Entry::first);
  std::vector<Move> moves;
  for (auto const& entry : moved) {
    auto behind = last_in_order_before(judged, entry);
    for (auto const& other : entries) {
      if (!behind || other.first != *behind + 1) continue;
      if (!other.apart || other.position > entry.position) break;
      behind = other.last - 1;
    }
    moves.push_back({entry, behind});
  }
  return moves;
}

std::optional<std::uint32_t> last_in_order_before(std::vector<Entry> const& entries, Entry const& moved) {
  std::optional<std::uint32_t> last;
  for (auto const& entry : entries) {
    if (entry.in_order && entry.position <= moved.position) last = entry.last - 1;
  }
  return last;
}

}  // namespace scrub837::guide
