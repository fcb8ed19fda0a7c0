#pragma once

#include <string>

#include "src/cli/command.hpp"

namespace scrub837::cli {

/// Prints what became of one input: claims and charges, payers, rules, outputs. No value that is a patient's.
void print_file(InputFile const& file, Summary const& summary, std::string const& out);
/// The same in a line, for a run over many inputs.
void print_file_briefly(InputFile const& file, Summary const& summary);

}  // namespace scrub837::cli
