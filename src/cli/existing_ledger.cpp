#include "src/cli/existing_ledger.hpp"

#include "src/io/file_operations.hpp"

namespace scrub837::cli {

void add_asked_ledger(options::options_description& description, CommonOptions& common) {
  description.add_options()  //
      ("ledger", options::value(&common.ledger)->value_name("FILE"),
       "the ledger (default: that of the configuration file)")  //
      ("config", options::value(&common.config)->value_name("FILE"),
       "read options from a configuration file");
}

std::unique_ptr<ledger::Ledger> existing_ledger(CommonOptions const& common) {
  if (common.ledger.empty())
    throw UsageError{"--ledger FILE is missing, and --config names no file that has one"};
  if (!is_regular_file(look_at(common.ledger))) throw UsageError{"there is no ledger " + common.ledger};
  return std::make_unique<ledger::Ledger>(common.ledger);
}

}  // namespace scrub837::cli
