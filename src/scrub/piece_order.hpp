#pragma once

#include <atomic>
#include <cstdint>
#include <thread>

namespace scrub837 {

/// Whose turn it is: pieces are written one at a time, in the order of their numbers from 0.
class PieceOrder {
 public:
  [[nodiscard]] bool is_next(std::uint32_t number) const {
    return next_.load(std::memory_order_acquire) == number;
  }
  /// The piece whose turn it is has been written.
  void leave() {
    next_.fetch_add(1, std::memory_order_release);
    next_.notify_all();
  }
  /// Returns when it is the turn of `number`, when it was stopped, or when it has waited for a while and
  /// another piece had its turn. Asleep if it takes long.
  void wait_for(std::uint32_t number) const {
    for (int tries = 0; tries < spin_limit; ++tries) {
      if (is_next(number) || stopped()) return;
      std::this_thread::yield();
    }
    auto const next = next_.load(std::memory_order_acquire);
    if (next != number && !stopped()) next_.wait(next, std::memory_order_acquire);
  }
  /// A piece will never have its turn: nobody waits for it any longer.
  void stop() {
    stopped_.store(true, std::memory_order_release);
    // A change, so that those who sleep look up; no piece has such a number.
    next_.fetch_add(std::uint32_t{1} << 31U, std::memory_order_release);
    next_.notify_all();
  }
  [[nodiscard]] bool stopped() const { return stopped_.load(std::memory_order_acquire); }

 private:
  static constexpr int spin_limit = 200;  // a tenth of a millisecond
  std::atomic<std::uint32_t> next_{0};
  std::atomic<bool> stopped_{false};
};

}  // namespace scrub837
