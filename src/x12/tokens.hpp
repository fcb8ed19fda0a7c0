#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "scrub837/x12/segment.hpp"

namespace scrub837 {

/// Whether a segment begins a unit: what is judged and written as a whole.
[[nodiscard]] constexpr bool begins_unit(Kind kind) {
  constexpr auto bit = [](Kind one) { return std::uint64_t{1} << static_cast<unsigned>(one); };
  constexpr auto unit_starts = bit(Kind::GS) | bit(Kind::ST) | bit(Kind::SE) | bit(Kind::GE) |
                               bit(Kind::IEA) | bit(Kind::HL) | bit(Kind::CLM);
  return (unit_starts & bit(kind)) != 0;
}

/// The segments of a block, in order. Its memory stays when it is used again.
class Tokens {
 public:
  [[nodiscard]] std::span<Segment const> segments() const { return std::span(room_).first(count_); }
  [[nodiscard]] std::span<Segment> segments() { return std::span(room_).first(count_); }
  /// Indices of those that begin a unit.
  [[nodiscard]] std::vector<std::uint32_t> const& unit_starts() const { return unit_starts_; }
  /// One of them is folded, indented or unterminated.
  [[nodiscard]] bool has_irregular_segments() const { return blemished_; }

  void clear() {
    count_ = 0;
    unit_starts_.clear();
    blemished_ = false;
  }
  /// Room for `count` in all.
  void reserve(std::size_t count) {
    if (room_.size() < count) room_.resize(count);
  }
  void add(Segment const& segment) {
    Adder adder(*this);
    adder.next() = segment;
    adder(segment.kind);
    blemished_ |= segment.folded || segment.indented || segment.unterminated;
  }
  /// Adds many segments without a blemish; while it lives nothing else does.
  class Adder {
   public:
    explicit Adder(Tokens& tokens) : tokens_(&tokens) { find_room(); }
    Adder(Adder const&) = delete;
    Adder& operator=(Adder const&) = delete;
    ~Adder() { tokens_->count_ = static_cast<std::size_t>(next_ - tokens_->room_.data()); }

    /// Where the next one is filled in: a copy would wait for its small parts. It holds what was there
    /// before, and counts once it is added.
    [[nodiscard]] Segment& next() {
      if (next_ == end_) [[unlikely]] {
        tokens_->count_ = tokens_->room_.size();
        tokens_->room_.resize(tokens_->count_ * 2 + 16);
        find_room();
      }
      return *next_;
    }
    /// What is at next() is filled in. \param kind its kind
    void operator()(Kind kind) {
      if (begins_unit(kind)) {
        tokens_->unit_starts_.push_back(static_cast<std::uint32_t>(next_ - tokens_->room_.data()));
      }
      ++next_;
    }

   private:
    void find_room() {
      next_ = tokens_->room_.data() + tokens_->count_;
      end_ = tokens_->room_.data() + tokens_->room_.size();
    }
    Tokens* tokens_;
    Segment* next_ = nullptr;
    Segment* end_ = nullptr;
  };
  /// Keeps the first `count`. A blemish of the others may stay noted.
  void cut(std::size_t count) {
    count_ = count;
    while (!unit_starts_.empty() && unit_starts_.back() >= count) unit_starts_.pop_back();
  }

 private:
  std::vector<Segment> room_;
  std::size_t count_ = 0;
  std::vector<std::uint32_t> unit_starts_;
  bool blemished_ = false;
};

}  // namespace scrub837
