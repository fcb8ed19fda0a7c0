#pragma once

#include <memory>
#include <string>

namespace scrub837 {

namespace guide {
class BoundGuide;
}

/// The shipped guide as a companion guide narrows it (docs/guide-table.md). Throws ConfigError with line and
/// column if the file is no such guide, EnvironmentError if it can't be read.
[[nodiscard]] std::shared_ptr<guide::BoundGuide const> read_companion_guide(std::string const& path);

}  // namespace scrub837
