#pragma once

#include <string>

#include "tests/scrub/short_files.hpp"

namespace scrub837::test {

/// A file with one claim that is clean, and one with a claim that is held.
inline std::string good_bytes() {
  return file_of(st() + provider("1*") + subscriber("2*1") + good("G1") + se(10));
}
inline std::string bad_bytes() {
  return file_of(st() + provider("1*") + subscriber("2*1") + bad("H1") + se(10));
}

}  // namespace scrub837::test
