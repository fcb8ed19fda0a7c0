#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "scrub837/scrub.hpp"

namespace scrub837 {

/// What the inputs on the command line come to, or why they can't be used.
struct InputList {
  std::vector<InputFile> files;
  std::string error;  ///< empty if all is well
  std::string clash;  ///< two inputs whose outputs would bear the same names; empty if none
};

/// Finds the files behind the given names: files, folders (recursive, by known extensions, our own outputs
/// left out) and `-`. Each gets the stem of its outputs; where two would share one, both keep their whole
/// name.
[[nodiscard]] InputList find_inputs(std::span<std::string const> names);

/// Whether an output below `out` would overwrite an input. \return what is wrong, or empty
[[nodiscard]] std::string find_collision(std::span<InputFile const> files, std::filesystem::path const& out,
                                         std::span<std::string const> suffixes);

}  // namespace scrub837
