#pragma once

#include <deque>
#include <functional>
#include <string_view>

#include "src/io/sha256.hpp"

namespace scrub837 {

/// Hashes the input and the outputs two at a time: what is read waits for what is written of it.
/// For one thread.
class PairedHashing {
 public:
  /// Bytes that may wait. \param bytes live until `done` is called
  void add_later(Sha256& hash, std::string_view bytes, std::function<void()> done);
  /// Adds bytes now, and with them as many of those that wait.
  void add(Sha256& hash, std::string_view bytes);
  /// Adds what still waits.
  void finish();

 private:
  struct Waiting {
    Sha256* hash = nullptr;
    std::string_view bytes;
    std::function<void()> done;
  };
  void add_first();

  static constexpr std::size_t max_waiting = 2;
  std::deque<Waiting> waiting_;
};

}  // namespace scrub837
