#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

namespace scrub837 {

/// One thread that does what it is given, in order: hashing and writing go on while claims are judged.
class Background {
 public:
  Background();
  ~Background();
  Background(Background const&) = delete;
  Background& operator=(Background const&) = delete;

  /// Hands over work; waits while too much is waiting. Throws what earlier work threw.
  void submit(std::function<void()> work);
  /// Waits until everything handed over is done. Throws what it threw.
  void drain();

 private:
  void run();
  void rethrow(std::unique_lock<std::mutex>& lock);

  static constexpr std::size_t most_waiting = 8;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  std::exception_ptr error_;
  bool busy_ = false;
  bool stop_ = false;
  std::thread thread_;
};

}  // namespace scrub837
