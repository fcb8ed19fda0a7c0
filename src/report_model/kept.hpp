#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "src/report_model/report_model.hpp"

namespace scrub837 {

/// How many bytes something has in a page.
[[nodiscard]] std::size_t size_in_page(std::string_view text);
[[nodiscard]] std::size_t size_in_page(ReportClaim const& claim);
[[nodiscard]] std::size_t size_in_page(ReportAbove const& above);

/// The order in which things are shown: the smaller one first.
struct ShownRank {
  std::uint32_t group = 0;
  std::int64_t minus_cents = 0;
  std::uint32_t file = 0;
  std::uint64_t place = 0;  ///< in the file
  friend bool operator<(ShownRank const& left, ShownRank const& right) {
    return std::tie(left.group, left.minus_cents, left.file, left.place) <
           std::tie(right.group, right.minus_cents, right.file, right.place);
  }
};
/// Held before released, fixed and clean; the larger charge before the smaller one.
[[nodiscard]] ShownRank rank_of(ReportClaim const& claim);
/// In the order of the inputs; what holds claims before what doesn't.
[[nodiscard]] ShownRank rank_of(ReportAbove const& above);

/// Keeps those that are shown first, up to a size. Which ones these are does not depend on the order in
/// which they are added or joined. \tparam Item ReportClaim or ReportAbove
template <typename Item>
class Kept {
 public:
  explicit Kept(std::size_t limit = 0) : limit_(limit) {}

  void add(Item item) {
    auto const rank = rank_of(item);
    auto const size = size_in_page(item);
    add({rank, size, std::make_unique<Item>(std::move(item))});
  }
  /// Another one with the same limit, and nothing in it. What is left out here is left out there.
  [[nodiscard]] Kept emptied() const {
    Kept empty(limit_);
    empty.first_out_ = first_out_;
    return empty;
  }
  void join(Kept&& other) {
    left_out_ += other.left_out_;
    if (other.first_out_) bound(*other.first_out_);
    for (auto& one : other.items_) add(std::move(one));
    other.items_.clear();
  }
  /// Whether what has this rank is left out, whatever comes.
  [[nodiscard]] bool is_beyond(ShownRank const& rank) const { return first_out_ && *first_out_ < rank; }
  /// Counts one that is_beyond().
  void leave_out() { ++left_out_; }
  [[nodiscard]] std::uint64_t left_out() const { return left_out_; }
  /// All are of this input.
  void set_file(std::uint32_t file) {
    for (auto& one : items_) one.item->file = one.rank.file = file;
    if (first_out_) first_out_->file = file;
  }
  template <typename Use>
  void for_each(Use use) {
    for (auto& one : items_) use(*one.item);
  }
  /// In the order in which they are shown.
  [[nodiscard]] std::vector<Item> take() {
    cut();
    std::vector<Item> items;
    items.reserve(items_.size());
    for (auto& one : items_) items.push_back(std::move(*one.item));
    items_.clear();
    return items;
  }

 private:
  struct One {
    ShownRank rank;
    std::size_t size;
    std::unique_ptr<Item> item;  ///< sorted by rank, it stays where it is
  };

  void add(One one) {
    if (is_beyond(one.rank)) return leave_out();
    size_ += one.size;
    items_.push_back(std::move(one));
    // Now and then, so that one more costs no more than a few comparisons.
    if (size_ > 2 * limit_) cut();
  }
  void bound(ShownRank const& rank) {
    if (!first_out_ || rank < *first_out_) first_out_ = rank;
  }
  void cut() {
    std::ranges::sort(items_, std::less<>{}, &One::rank);
    std::size_t sum = 0;
    std::size_t count = 0;
    while (count < items_.size() && !is_beyond(items_[count].rank) && sum + items_[count].size <= limit_)
      sum += items_[count++].size;
    if (count < items_.size()) bound(items_[count].rank);
    left_out_ += items_.size() - count;
    items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(count), items_.end());
    size_ = sum;
  }

  std::size_t limit_;
  std::size_t size_ = 0;
  std::vector<One> items_;
  std::optional<ShownRank> first_out_;  ///< all that come after it are left out, too
  std::uint64_t left_out_ = 0;
};

}  // namespace scrub837
