#pragma once

#include <string>
#include <vector>

namespace scrub837::test {

struct Ran {
  int code = -1;  ///< exit code; -1 if a signal ended it
  std::string out, err;
};

/// Runs scrub837 with its outputs in pipes or files, never a terminal. \param folder its working folder
Ran run_binary(std::vector<std::string> const& arguments, std::string const& folder = "/",
               std::string const& standard_input = {});

/// Starts it and kills it (SIGKILL) after some microseconds. \return whether it was killed before it ended
bool run_and_kill(std::vector<std::string> const& arguments, unsigned microseconds);

}  // namespace scrub837::test
