#pragma once

#include <deque>
#include <functional>
#include <mutex>

#include "src/io/paired_hashing.hpp"

namespace scrub837 {

/// Work put off: bytes are hashed and written in order, by whichever thread has time for it.
class WorkQueue {
 public:
  void add(std::function<void()> work);
  /// Does what waits, in order; returns when everything that was added before is done. Throws what the work
  /// throws, and drops the rest.
  void run();
  /// The same, unless somebody is at it already and not much waits.
  void help();
  /// Does what waits, and hashes what waits for another stream.
  void finish();
  /// For the work only.
  [[nodiscard]] PairedHashing& hashing() { return hashing_; }

 private:
  // What holds memory of its own must not pile up.
  static constexpr std::size_t much = 16;
  [[nodiscard]] std::function<void()> next();
  [[nodiscard]] bool queue_is_long();
  void run_all();

  std::mutex mutex_;    // of what waits
  std::mutex running_;  // of who works
  std::deque<std::function<void()>> waiting_;
  PairedHashing hashing_;
};

}  // namespace scrub837
