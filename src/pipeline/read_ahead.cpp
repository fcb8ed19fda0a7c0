#include "src/pipeline/read_ahead.hpp"

namespace scrub837 {

void ReadAhead::order() {
  if (free_.empty()) free_.push_back(std::make_unique<Piece>());
  auto const task = std::make_shared<std::packaged_task<Made()>>(
      [this, piece = std::move(free_.back())]() mutable {
        stream_.next(*piece);
        return std::move(piece);
      });
  free_.pop_back();
  ordered_.push_back(task->get_future());
  background_.submit([task] { (*task)(); });
}

Piece const& ReadAhead::next() {
  while (ordered_.size() < depth) order();
  auto made = std::move(ordered_.front());
  ordered_.pop_front();
  auto piece = made.get();
  recycle(std::exchange(current_, std::move(piece)));
  return *current_;
}

void ReadAhead::seek(StreamPosition const& position) {
  background_.drain();
  for (auto& made : ordered_) {
    try {
      recycle(made.get());
    } catch (...) {
      // What was read beyond the position doesn't count.
    }
  }
  ordered_.clear();
  stream_.seek(position);
}

}  // namespace scrub837
