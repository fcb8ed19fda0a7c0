#include "src/sandbox/sandbox.hpp"

#include <sys/prctl.h>

#include "src/sandbox/restrict_calls.hpp"
#include "src/sandbox/restrict_files.hpp"

namespace scrub837 {

Sandboxed enter_sandbox(std::span<std::filesystem::path const> writable) {
  // Neither of the two may be asked for without it, except by root.
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return {};
  // In this order: system calls of Landlock need not be in the filter then.
  bool const files = restrict_files(writable);
  return {.files = files, .calls = restrict_calls()};
}

}  // namespace scrub837
