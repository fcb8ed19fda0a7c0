#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace scrub837::cli {

/// Does `work(i)` for 0 … count-1 on up to `jobs` threads, and `finish(i, result)` on this thread, in order.
/// What `work` throws is a result of its own: let it return it.
template <typename Result>
void in_order(std::size_t count, unsigned jobs, std::function<Result(std::size_t)> const& work,
              std::function<void(std::size_t, Result&&)> const& finish) {
  if (jobs <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i) finish(i, work(i));
    return;
  }
  std::vector<std::optional<Result>> results(count);
  std::mutex mutex;
  std::condition_variable changed;
  std::size_t taken = 0;
  std::size_t finished = 0;
  // Workers stay close to what is finished, so that results don't pile up.
  std::size_t const ahead = std::size_t{4} * jobs;
  auto const run = [&] {
    for (;;) {
      std::size_t mine = 0;
      {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return taken >= count || taken < finished + ahead; });
        if (taken >= count) return;
        mine = taken++;
      }
      auto result = work(mine);
      std::lock_guard const lock(mutex);
      results[mine] = std::move(result);
      changed.notify_all();
    }
  };
  std::vector<std::jthread> workers;
  for (unsigned i = 0; i < jobs && i < count; ++i) workers.emplace_back(run);
  for (std::size_t i = 0; i < count; ++i) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return results[i].has_value(); });
    auto result = std::move(*results[i]);
    results[i].reset();
    finished = i + 1;
    lock.unlock();
    changed.notify_all();
    try {
      finish(i, std::move(result));
    } catch (...) {
      // Workers that wait to go on would wait for ever.
      lock.lock();
      taken = count;
      lock.unlock();
      changed.notify_all();
      throw;
    }
  }
}

}  // namespace scrub837::cli
