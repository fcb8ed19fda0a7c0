#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace scrub837 {

/// A level that is lost or of no known kind, below which no level can be placed.
struct UnplaceableLevel {
  std::uint64_t number = 0;           ///< HL01
  std::optional<int> rank;            ///< what it would have been to those that name it; none: whatever
  std::vector<std::string> released;  ///< keys of the rows by which the error was released; empty: it holds
};

/// Those of a set, found by their HL01.
class UnplaceableLevels {
 public:
  void add(std::uint64_t number, std::optional<int> rank) {
    index_.try_emplace(number, levels_.size());
    levels_.push_back({number, rank, {}});
  }
  /// Null if there is none of that number and rank.
  [[nodiscard]] UnplaceableLevel const* find(std::uint64_t number, int rank) const {
    auto const found = index_.find(number);
    if (found == index_.end()) return nullptr;
    auto const& level = levels_[found->second];
    return level.rank.value_or(rank) == rank ? &level : nullptr;
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

/// The ranks of a set's levels by their HL01 as received.
class LevelNumbers {
 public:
  /// The next level. \param number its HL01; nothing: it is no number
  void add(std::optional<std::uint64_t> number, int rank) {
    regular_ = regular_ && number == in_order_.size() + 1;
    if (regular_) return in_order_.push_back(static_cast<std::uint8_t>(rank));
    if (number) others_[*number] = rank;
  }
  /// Nothing if no level had that number.
  [[nodiscard]] std::optional<int> rank_of(std::uint64_t number) const {
    if (number >= 1 && number <= in_order_.size()) return in_order_[number - 1];
    auto const found = others_.find(number);
    return found == others_.end() ? std::nullopt : std::optional(found->second);
  }
  void clear() {
    in_order_.clear();
    others_.clear();
    regular_ = true;
  }

 private:
  std::vector<std::uint8_t> in_order_;  ///< while HL01 counts from 1
  std::unordered_map<std::uint64_t, int> others_;
  bool regular_ = true;  ///< it does so far
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
