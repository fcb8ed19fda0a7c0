#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace scrub837 {

/// A level that is lost or of no known kind, below which no level can be placed.
struct UnplaceableLevel {
  std::uint64_t number = 0;           ///< HL01
  std::vector<std::string> released;  ///< keys of the rows by which the error was released; empty: it holds
};

/// Those of a set, found by their HL01.
class UnplaceableLevels {
 public:
  void add(std::uint64_t number) {
    index_.try_emplace(number, levels_.size());
    levels_.push_back({number, {}});
  }
  /// Null if there is none of that number.
  [[nodiscard]] UnplaceableLevel const* find(std::uint64_t number) const {
    auto const found = index_.find(number);
    return found == index_.end() ? nullptr : &levels_[found->second];
  }
  [[nodiscard]] std::size_t size() const { return levels_.size(); }
  /// Those added when there were `size` already.
  [[nodiscard]] std::span<UnplaceableLevel> since(std::size_t size) {
    return std::span(levels_).subspan(size);
  }
  void clear() {
    levels_.clear();
    index_.clear();
  }

 private:
  std::vector<UnplaceableLevel> levels_;
  std::unordered_map<std::uint64_t, std::size_t> index_;
};

/// Numbers that a set's HL01 skips, as a rule one range where a level was left out.
class NumberGaps {
 public:
  /// Up to a number that is not the next one behind the last.
  void note(std::uint64_t last, std::uint64_t number) {
    if (number > last + 1 && (gaps_.empty() || gaps_.back().second <= last)) gaps_.emplace_back(last, number);
  }
  [[nodiscard]] bool hold(std::uint64_t number) const {
    auto const behind = std::partition_point(gaps_.begin(), gaps_.end(),
                                             [&](auto const& gap) { return gap.second <= number; });
    return behind != gaps_.end() && behind->first < number;
  }
  void clear() { gaps_.clear(); }

 private:
  std::vector<std::pair<std::uint64_t, std::uint64_t>> gaps_;  ///< in their order, without the ends
};

}  // namespace scrub837
