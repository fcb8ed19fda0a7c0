#include "src/cli/stop_signal.hpp"

#include <atomic>
#include <csignal>

namespace scrub837::cli {
namespace {

std::atomic<bool> asked = false;
static_assert(std::atomic<bool>::is_always_lock_free);  // a signal handler may use it

extern "C" void note_stop_signal(int) { asked = true; }

}  // namespace

void heed_stop_signals() {
  asked = false;
  std::signal(SIGTERM, note_stop_signal);
  std::signal(SIGINT, note_stop_signal);
}

bool stop_is_asked() { return asked; }

}  // namespace scrub837::cli
