#include "src/cli/screen.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace scrub837::cli {

Screen standard_screen(bool show_phi) {
  // Below that no report can be read.
  constexpr std::size_t narrowest = 24;
  bool const terminal = ::isatty(STDOUT_FILENO) == 1;
  Screen screen;
  screen.terminal = terminal;
  screen.show_phi = terminal || show_phi;
  auto const* const no_color = std::getenv("NO_COLOR");
  screen.color = terminal && (no_color == nullptr || *no_color == '\0');
  winsize size{};
  if (terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    screen.width = std::max<std::size_t>(size.ws_col, narrowest);
  return screen;
}

}  // namespace scrub837::cli
