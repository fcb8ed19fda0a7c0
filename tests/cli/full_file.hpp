#pragma once

#include <string>

namespace scrub837::test {

/// Shell words behind which no file may grow. The thread sanitizer writes a file before main() can ignore the
/// signal that this raises, so there the shell ignores it.
#if defined(__SANITIZE_THREAD__)
inline std::string const files_may_not_grow = "trap '' XFSZ; ulimit -f 0; ";
#else
inline std::string const files_may_not_grow = "ulimit -f 0; ";
#endif

}  // namespace scrub837::test
