#pragma once

#include <stdexcept>

namespace scrub837 {

/// The environment is broken (permission, disk full, totals that don't balance): nothing is published and
/// the run exits with 4. The text names files and positions, never content.
class EnvironmentError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace scrub837
