#pragma once

#include <span>
#include <string>

namespace scrub837::cli {

/// Runs the program with these words of its command line. Errors are printed. \return the exit code
[[nodiscard]] int run(std::span<std::string const> words);

}  // namespace scrub837::cli
