#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "src/cli/command.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {

struct ProgressBar::State {
  using Clock = std::chrono::steady_clock;
  bool wanted = false;
  bool drawn = false;
  Clock::time_point start = Clock::now();
  Clock::time_point last = start;
};

ProgressBar::ProgressBar(bool wanted) : state_(std::make_shared<State>()) {
  state_->wanted = wanted && ::isatty(STDERR_FILENO) == 1;
}

ProgressBar::~ProgressBar() { clear(); }

void ProgressBar::clear() {
  if (!state_->drawn) return;
  std::fputs("\r\x1b[K", stderr);
  state_->drawn = false;
}

Progress ProgressBar::for_file(std::string name) {
  if (!state_->wanted) return nullptr;
  return [state = state_, name = std::move(name)](std::uint64_t done, std::uint64_t size) {
    auto const now = State::Clock::now();
    if (now - state->start < std::chrono::seconds(1) || now - state->last < std::chrono::milliseconds(100))
      return;
    state->last = now;
    state->drawn = true;
    constexpr std::uint64_t cells = 30;
    auto const filled = size == 0 ? 0 : std::min<std::uint64_t>(cells, done * cells / size);
    auto const seconds = std::chrono::duration<double>(now - state->start).count();
    auto shown = displayed(name);
    constexpr std::size_t widest = 24;
    if (auto const width = display_width(shown); width > widest)
      shown = "..." + displayed_columns(shown, width - widest + 3, widest);
    std::fputs("\r\x1b[K", stderr);
    complain("{} [{}{}] {:3}% {:.0f} MB/s", shown, std::string(filled, '#'), std::string(cells - filled, '.'),
             size == 0 ? 0 : std::min<std::uint64_t>(100, done * 100 / size),
             static_cast<double>(done) / 1e6 / seconds);
    std::fflush(stderr);
  };
}

}  // namespace scrub837::cli
