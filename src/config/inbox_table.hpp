#pragma once

#include <string>
#include <vector>

#include "src/config/config_file.hpp"
#include "src/config/config_node.hpp"

namespace scrub837 {

/// Reads the table [inbox] of a configuration file: folders, the ledger, and when files are taken. File names
/// count from the file's own folder. Throws ConfigError.
[[nodiscard]] std::vector<ConfigFile::Option> read_inbox_table(std::string const& path,
                                                               ConfigNode const& table);

}  // namespace scrub837
