#pragma once

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>

namespace scrub837 {

/// The environment is broken (permission, disk full, totals that don't balance): nothing is published and
/// the run exits with 4. The text names files and positions, never content.
class EnvironmentError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// \return an error for a failed system call, with errno's text
inline EnvironmentError system_error(std::string const& what) {
  return EnvironmentError(what + ": " + std::strerror(errno));
}

}  // namespace scrub837
