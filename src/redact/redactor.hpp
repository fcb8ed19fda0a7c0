#pragma once

#include <cstdint>

#include "src/io/input.hpp"
#include "src/io/sink.hpp"

namespace scrub837::redact {

/// What a redaction came to.
struct Redacted {
  bool readable = false;  ///< X12 was found
  std::int64_t days = 0;  ///< by which dates were moved
  std::uint64_t segments = 0;
};

/// Writes a copy without patients' data: names, ids, numbers, dates, amounts and texts are replaced by tokens
/// of the same shape, each by the same one wherever it is; codes, delimiters, line ends and structure stay as
/// they were. Which tokens is known by the original alone. Memory does not grow with the input beyond a
/// limit. \param round another one makes other tokens
[[nodiscard]] Redacted redact(Input& input, Sink& out, unsigned round = 0);

}  // namespace scrub837::redact
