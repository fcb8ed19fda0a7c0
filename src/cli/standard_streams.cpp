#include "src/cli/standard_streams.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "src/cli/command.hpp"
#include "src/io/errors.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

// Why standard output could not be written the first time; 0: it could. A later failure tells less.
int first_error = 0;

}  // namespace

void occupy_standard_descriptors() {
  constexpr std::array numbers{STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO};
  for (int const number : numbers) {
    if (::fcntl(number, F_GETFD) != -1 || errno != EBADF) continue;
    // All below are open: it gets this number. It stays open as long as the program runs.
    if (::open("/dev/null", number == STDIN_FILENO ? O_RDONLY : O_WRONLY) != number)
      throw system_error("cannot open /dev/null");
  }
}

void print_text(std::FILE* stream, std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    shown += displayed(text.substr(0, end));
    if (end < text.size()) shown += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (std::fwrite(shown.data(), 1, shown.size(), stream) != shown.size() && stream == stdout &&
      first_error == 0) {
    first_error = errno;
  }
}

int exit_code_after_printing(int code) {
  if (std::fflush(stdout) != 0 && first_error == 0) first_error = errno;
  if (std::ferror(stdout) != 0) {
    complain("scrub837: cannot write to standard output: {}\n", std::strerror(first_error));
    return environment;
  }
  // What the log writes there is noted in the stream as well.
  return std::ferror(stderr) != 0 && code != usage ? environment : code;
}

}  // namespace scrub837::cli
