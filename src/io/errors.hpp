#pragma once

#include <cerrno>
#include <cstring>
#include <string>

#include "scrub837/environment_error.hpp"

namespace scrub837 {

/// \return an error for a failed system call, with errno's text
inline EnvironmentError system_error(std::string const& what) {
  return EnvironmentError{what + ": " + std::strerror(errno)};
}

}  // namespace scrub837
