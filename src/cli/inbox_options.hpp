#pragma once

#include <boost/program_options.hpp>
#include <string>

#include "src/inbox/ready_files.hpp"

namespace scrub837::cli {

/// What `inbox` is given beside the common options.
struct InboxOptions {
  std::string inbox, out, archive, quarantine;
  inbox::Readiness readiness;
  bool wait = false;      ///< for another run that is at work
  bool force = false;     ///< scrub what was scrubbed already
  std::string expect_by;  ///< `06:00`; something must have come by then; empty: nothing need
  std::string metrics;    ///< file for Prometheus; empty: none
};

/// What is wrong with its folders and the ledger taken together; empty if nothing is.
[[nodiscard]] std::string rivalry_of(InboxOptions const& wanted, std::string const& ledger);

/// Declares the folders of an inbox.
void add_folders(boost::program_options::options_description& description, InboxOptions& wanted);

}  // namespace scrub837::cli
