#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace scrub837 {

/// What things were before they changed, so that they can be taken back to a point.
template <class Entry>
class UndoLog {
 public:
  void add(Entry entry) { entries_.push_back(std::move(entry)); }
  [[nodiscard]] std::uint64_t mark() const { return cleared_ + entries_.size(); }
  /// Hands over what was added since, the last first, and forgets it.
  template <class Take>
  void back_to(std::uint64_t mark, Take const& take) {
    while (!entries_.empty() && this->mark() > mark) {
      take(std::move(entries_.back()));
      entries_.pop_back();
    }
  }
  /// Nothing so far is taken back any more; marks stay good.
  void clear() {
    cleared_ += entries_.size();
    entries_.clear();
  }

 private:
  std::vector<Entry> entries_;
  std::uint64_t cleared_ = 0;
};

}  // namespace scrub837
