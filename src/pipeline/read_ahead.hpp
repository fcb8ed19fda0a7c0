#pragma once

#include <deque>
#include <future>
#include <memory>
#include <vector>

#include "src/io/background.hpp"
#include "src/pipeline/segment_stream.hpp"

namespace scrub837 {

/// Hands out the pieces of a SegmentStream, while the next ones are read and indexed on another thread.
class ReadAhead {
 public:
  ReadAhead(Input& input, std::size_t block_size) : stream_(input, block_size) {}

  /// The next piece; it stands until the one after it is asked for. Throws what reading threw.
  Piece const& next();
  [[nodiscard]] Piece const& current() const { return *current_; }
  /// Goes on from another position. current() stands still.
  void seek(StreamPosition const& position);

 private:
  using Made = std::unique_ptr<Piece>;
  void order();
  void recycle(Made piece) { free_.push_back(std::move(piece)); }

  static constexpr std::size_t depth = 3;
  SegmentStream stream_;
  std::deque<std::future<Made>> ordered_;
  std::vector<Made> free_;
  Made current_ = std::make_unique<Piece>();
  Background background_;  // the last member: it is done before the others go
};

}  // namespace scrub837
