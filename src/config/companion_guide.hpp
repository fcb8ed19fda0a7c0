#pragma once

#include <memory>
#include <string>

#include "scrub837/run_facts.hpp"

namespace scrub837 {

namespace guide {
class BoundGuide;
}

/// A companion guide, ready to be checked by.
struct CompanionGuide {
  std::shared_ptr<guide::BoundGuide const> guide;
  RunFacts::Guide read_from;
};

/// The shipped guide as a companion guide narrows it (docs/guide-table.md). Throws ConfigError if there is no
/// such file, with line and column if it is no such guide; EnvironmentError if it can't be read.
[[nodiscard]] CompanionGuide read_companion_guide(std::string const& path);

}  // namespace scrub837
