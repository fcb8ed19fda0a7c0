#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <set>

#include "scrub837/scrub.hpp"
#include "src/scrub/repeat_memory.hpp"

namespace scrub837 {

/// Lets the inputs of a run share one memory in their order, however many are scrubbed at the same time.
class RunRepeats {
 public:
  explicit RunRepeats(RepeatMemory::Options const& options = {}) : memory_(options) {}

 private:
  friend class InputRepeats;
  void wait_for(std::size_t input);
  [[nodiscard]] bool is_turn_of(std::size_t input);
  void pass(std::size_t input);

  RepeatMemory memory_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t turn_ = 0;         ///< the input that may use the memory
  std::set<std::size_t> ended_;  ///< inputs behind it that are through
};

/// One input's part in the memory of its run. An input whose turn has not come is read with a memory of its
/// own. When its turn comes, that is added to the run's; or if earlier inputs have the same numbers or
/// services, the input is read again, which seldom happens.
class InputRepeats {
 public:
  /// Waits for its turn if the input can't be read a second time.
  /// \param number of the input, from 0; inputs are begun in this order
  InputRepeats(RunRepeats& run, std::size_t number, InputFile const& input);
  ~InputRepeats();
  InputRepeats(InputRepeats const&) = delete;
  InputRepeats& operator=(InputRepeats const&) = delete;

  [[nodiscard]] RepeatMemory& memory() { return own_ ? *own_ : run_->memory_; }
  /// The input was read. \return whether what was found holds beside the inputs before; if not, it has to be
  /// read once more, with what memory() is then
  [[nodiscard]] bool settle();

 private:
  void use_memory_of_run();

  RunRepeats* run_;
  std::size_t number_;
  InputFile const* input_;
  std::optional<RepeatMemory> own_;
  SeenKeys::Savepoint before_{};
  bool settled_ = false;
};

}  // namespace scrub837
