#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace scrub837::test {

/// Segments of a case, and where the case is written.
struct Snippet {
  Snippet() = default;
  // Implicit: cases are lists of texts.
  Snippet(char const* segments, unsigned at = __builtin_LINE()) : text(segments), line(at) {}
  Snippet(std::string segments, unsigned at = __builtin_LINE()) : text(std::move(segments)), line(at) {}

  std::string text;
  unsigned line = 0;  ///< g++ gives all texts of a list the line where the list begins
};

}  // namespace scrub837::test
