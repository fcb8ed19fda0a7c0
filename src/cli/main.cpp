#include <malloc.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <string>
#include <vector>

#include "src/cli/command.hpp"
#include "src/cli/confine.hpp"
#include "src/cli/run.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/io/errors.hpp"
#include "src/narrative/specific_codes.hpp"
#include "src/text/utf8.hpp"

namespace {

// Large blocks come and go with every claim that has thousands of segments. By default the system clears
// their pages anew each time, which takes longer than all that is done with them.
void keep_memory() {
  constexpr int max_kept = 1 << 27;
  ::mallopt(M_MMAP_THRESHOLD, 1 << 25);
  ::mallopt(M_TRIM_THRESHOLD, max_kept);
}

}  // namespace

int main(int count, char** values) {
  std::signal(SIGPIPE, SIG_IGN);
  // A file that may not grow further is an error like a full disk, and leaves nothing behind.
  std::signal(SIGXFSZ, SIG_IGN);
  // What a crash would leave behind holds patients' data.
  rlimit const none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::umask(S_IRWXG | S_IRWXO);
  keep_memory();
  scrub837::cli::let_commands_enter_sandbox();
  try {
    scrub837::cli::occupy_standard_descriptors();
  } catch (scrub837::EnvironmentError const& error) {
    scrub837::cli::complain("scrub837: {}\n", scrub837::displayed(error.what()));
    return scrub837::cli::environment;
  }
  std::vector<std::string> const words(values + 1, values + count);
  return scrub837::cli::run(words);
}
