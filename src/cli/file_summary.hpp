#pragma once

#include <string>

#include "src/cli/command.hpp"

namespace scrub837::cli {

/// Prints what became of one input: claims and charges, rules, outputs. No value from any claim.
void print_file(InputFile const& file, Summary const& summary, std::string const& out);

}  // namespace scrub837::cli
