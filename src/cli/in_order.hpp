#pragma once

#include <atomic>
#include <condition_variable>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace scrub837::cli {

/// Does `work(i)` for 0 … count-1 on up to `jobs` threads, and `finish(i, result)` on this thread, in order.
/// What `work` throws ends the run when its turn comes; what shall not is a result: let it return it.
template <typename Result>
void in_order(std::size_t count, unsigned jobs, std::function<Result(std::size_t)> const& work,
              std::function<void(std::size_t, Result&&)> const& finish) {
  if (jobs <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i) finish(i, work(i));
    return;
  }
  std::vector<std::optional<Result>> results(count);
  std::map<std::size_t, std::exception_ptr> thrown;
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
      std::optional<Result> result;
      std::exception_ptr error;
      try {
        result = work(mine);
      } catch (...) {
        error = std::current_exception();
      }
      std::lock_guard const lock(mutex);
      results[mine] = std::move(result);
      if (error) thrown[mine] = error;
      changed.notify_all();
    }
  };
  std::vector<std::jthread> workers;
  for (unsigned i = 0; i < jobs && i < count; ++i) workers.emplace_back(run);
  for (std::size_t i = 0; i < count; ++i) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return results[i].has_value() || thrown.contains(i); });
    auto result = std::move(results[i]);
    auto const error = thrown.contains(i) ? thrown[i] : nullptr;
    results[i].reset();
    finished = i + 1;
    lock.unlock();
    changed.notify_all();
    try {
      if (error) std::rethrow_exception(error);
      finish(i, std::move(*result));
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
