#pragma once

#include <string>
#include <vector>

#include "tests/cli/run_binary.hpp"

namespace scrub837::test {

/// Runs a command in this process, so that a FakeFileSystem is in its way. Names must be absolute.
Ran run_in_process(std::vector<std::string> const& arguments);

}  // namespace scrub837::test
