#pragma once

#include <boost/program_options.hpp>
#include <string>
#include <vector>

#include "src/config/config_file.hpp"

namespace scrub837::cli {

/// A word of a command line, in quotes if a shell would read it otherwise.
[[nodiscard]] std::string shell_word(std::string const& word);

/// Whether an option was given, not left at its default.
[[nodiscard]] bool given(boost::program_options::variables_map const& values, std::string const& name);

/// The options of the command line that a rerun of the held claims must be given too, as they were typed:
/// ` --hold warning --select NAR`.
[[nodiscard]] std::string options_for_rerun(boost::program_options::variables_map const& values);

/// For summary.json: the options that change what is found or written, wherever they were given, as they
/// would be on the command line. Where outputs go, how many files are done at a time and what is printed are
/// left out: the outputs are the same.
/// \param values of the command line and the configuration file
[[nodiscard]] std::vector<std::string> reported_options(boost::program_options::variables_map const& values,
                                                        ConfigFile const& file);

}  // namespace scrub837::cli
