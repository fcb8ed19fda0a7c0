#pragma once

#include <filesystem>

#include "scrub837/environment_error.hpp"

namespace scrub837 {

/// What a name stands for, links followed; `not_found` if it stands for nothing. Throws EnvironmentError
/// where that can't be known: a folder on the way may not be entered.
inline std::filesystem::file_status look_at(std::filesystem::path const& path) {
  std::error_code error;
  auto const status = std::filesystem::status(path, error);
  if (error && status.type() != std::filesystem::file_type::not_found)
    throw EnvironmentError("cannot look at " + path.string() + ": " + error.message());
  return status;
}

}  // namespace scrub837
