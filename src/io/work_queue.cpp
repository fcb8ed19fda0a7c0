#include "src/io/work_queue.hpp"

#include <utility>

namespace scrub837 {

void WorkQueue::add(std::function<void()> work) {
  std::lock_guard const lock(mutex_);
  waiting_.push_back(std::move(work));
}

void WorkQueue::run() {
  std::lock_guard const running(running_);
  run_all();
}

void WorkQueue::help() {
  std::unique_lock running(running_, std::try_to_lock);
  if (!running) {
    if (!queue_is_long()) return;
    running.lock();
  }
  run_all();
}

bool WorkQueue::queue_is_long() {
  std::lock_guard const lock(mutex_);
  return waiting_.size() >= much;
}

void WorkQueue::finish() {
  std::lock_guard const running(running_);
  run_all();
  hashing_.finish();
}

std::function<void()> WorkQueue::next() {
  std::lock_guard const lock(mutex_);
  if (waiting_.empty()) return nullptr;
  auto work = std::move(waiting_.front());
  waiting_.pop_front();
  return work;
}

void WorkQueue::run_all() {
  try {
    while (auto const work = next()) work();
  } catch (...) {
    std::lock_guard const lock(mutex_);
    waiting_.clear();
    throw;
  }
}

}  // namespace scrub837
