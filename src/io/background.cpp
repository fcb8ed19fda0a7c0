#include "src/io/background.hpp"

#include <utility>

namespace scrub837 {

Background::Background() : thread_([this] { run(); }) {}

Background::~Background() {
  {
    std::lock_guard const lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Background::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stop_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    auto work = std::move(waiting_.front());
    waiting_.pop_front();
    bool const failed = error_ != nullptr;
    busy_ = true;
    lock.unlock();
    std::exception_ptr error;
    try {
      if (!failed) work();
    } catch (...) {
      error = std::current_exception();
    }
    work = nullptr;
    lock.lock();
    busy_ = false;
    if (error) error_ = error;
    changed_.notify_all();
  }
}

void Background::rethrow(std::unique_lock<std::mutex>& lock) {
  if (!error_) return;
  auto const error = std::exchange(error_, nullptr);
  lock.unlock();
  std::rethrow_exception(error);
}

void Background::submit(std::function<void()> work) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.size() < most_waiting; });
  rethrow(lock);
  waiting_.push_back(std::move(work));
  changed_.notify_all();
}

void Background::drain() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.empty() && !busy_; });
  rethrow(lock);
}

}  // namespace scrub837
