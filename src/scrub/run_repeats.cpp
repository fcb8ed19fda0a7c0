#include "src/scrub/run_repeats.hpp"

#include "src/io/file_operations.hpp"

namespace scrub837 {

void RunRepeats::wait_for(std::size_t input) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return turn_ == input; });
}

bool RunRepeats::is_turn_of(std::size_t input) {
  std::lock_guard const lock(mutex_);
  return turn_ == input;
}

void RunRepeats::pass(std::size_t input) {
  {
    std::lock_guard const lock(mutex_);
    ended_.insert(input);
    while (ended_.erase(turn_) > 0) ++turn_;
  }
  changed_.notify_all();
}

namespace {

bool can_be_read_again(InputFile const& input) {
  try {
    return is_regular_file(look_at(input.path));
  } catch (EnvironmentError const&) {
    return false;  // opening it will say why
  }
}

}  // namespace

InputRepeats::InputRepeats(RunRepeats& run, std::size_t number, InputFile const& input)
    : run_(&run), number_(number), input_(&input) {
  if (run.is_turn_of(number) || !can_be_read_again(input)) {
    use_memory_of_run();
  } else {
    own_.emplace(run.memory_.options()).begin_input(input.shown, number);
  }
}

void InputRepeats::use_memory_of_run() {
  run_->wait_for(number_);
  own_.reset();
  before_ = run_->memory_.savepoint();
  run_->memory_.begin_input(input_->shown, number_);
}

bool InputRepeats::settle() {
  settled_ = true;
  if (!own_) return true;
  run_->wait_for(number_);
  if (!run_->memory_.affects(*own_)) {
    run_->memory_.absorb(*own_);
    return true;
  }
  settled_ = false;
  use_memory_of_run();
  return false;
}

InputRepeats::~InputRepeats() {
  // What could not be read to its end is in nobody's way.
  if (!settled_ && !own_) run_->memory_.restore(before_);
  run_->pass(number_);
}

}  // namespace scrub837
