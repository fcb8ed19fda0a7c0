#pragma once

#include <string>

#include "tests/support/file_builder.hpp"

namespace scrub837::test {

/// A file with one claim that is clean, and one with a claim that is held for NAR001.
inline std::string good_bytes() {
  return file_with(
      "CLM*G1*100***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*100*UN*1***1~DTP*472*D8*20260914~");
}
inline std::string bad_bytes() {
  return file_with(
      "CLM*H1*100***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99600*100*UN*1***1~DTP*472*D8*20260914~");
}

}  // namespace scrub837::test
