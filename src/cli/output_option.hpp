#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scrub837/scrub.hpp"

namespace scrub837::cli {

/// Throws UsageError if what `--output` names is a folder or one of the inputs.
void refuse_bad_output(std::string const& output, std::vector<InputFile> const& files);

/// To standard output; throws std::system_error if it can't be.
void print_bytes(std::string_view bytes);

}  // namespace scrub837::cli
