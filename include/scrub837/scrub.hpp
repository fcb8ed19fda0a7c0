#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "scrub837/report.hpp"
#include "scrub837/settings.hpp"

namespace scrub837 {

/// One input of a run: where it is, how reports call it, and where its outputs go.
struct InputFile {
  std::filesystem::path path;    ///< `-` for standard input
  std::string shown;             ///< as it stands in reports and messages
  std::filesystem::path folder;  ///< outputs go here, below the output folder
  std::string base;              ///< the stem of its outputs
  bool named = true;             ///< given by name, not found in a folder
};

}  // namespace scrub837
