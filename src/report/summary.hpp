#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "src/pipeline/file_scrubber.hpp"

namespace scrub837 {

/// An output that was written, as summary.json names it.
struct WrittenFile {
  std::string name;
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// What summary.json tells (CONTRACT.md).
struct Summary {
  std::string file;
  std::string sha256;
  std::uint64_t bytes_in = 0;
  double seconds = 0;
  Outcome outcome;
  std::vector<WrittenFile> outputs;
};

[[nodiscard]] std::string to_json(Summary const& summary);

/// The version of this build.
[[nodiscard]] std::string_view version();

}  // namespace scrub837
