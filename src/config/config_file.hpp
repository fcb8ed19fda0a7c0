#pragma once

#include <string>
#include <utility>
#include <vector>

#include "scrub837/code_lists.hpp"
#include "scrub837/finding.hpp"
#include "src/config/retention.hpp"

namespace scrub837 {

/// More files at a time than this are not worked on.
constexpr unsigned max_jobs = 1024;

/// What a configuration file asks for.
struct ConfigFile {
  /// An option as it would be on the command line.
  struct Option {
    std::string name;
    std::vector<std::string> values;
  };
  std::vector<Option> options;
  std::vector<std::string> send_usage;      ///< ISA15 that may be sent; empty: any
  std::vector<std::string> send_receivers;  ///< ISA08 that may be sent; empty: any
  Retention retention;                      ///< what the table [retention] says
  std::vector<Option> inbox;  ///< what the table [inbox] says; for `inbox` they count before the others
  std::vector<std::pair<Rule const*, Severity>> severities;       ///< a rule and what it counts as
  std::vector<std::string> unlisted_codes;                        ///< beside the built-in list
  std::vector<std::pair<CodeListKind, std::string>> extra_codes;  ///< beside those of the code lists
};

/// Reads a configuration file (TOML): every option of `scrub` and `check`, with underscores; unlisted_codes
/// (a list), unlisted_codes_file, and tables of extra codes and severities. File names count from the file's
/// own folder. Throws ConfigError with line and column for a mistake or an unknown key, EnvironmentError if
/// it can't be read.
[[nodiscard]] ConfigFile read_config(std::string const& path);

}  // namespace scrub837
