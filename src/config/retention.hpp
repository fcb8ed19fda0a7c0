#pragma once

#include <string>

namespace scrub837 {

/// How long an inbox keeps things, in days; 0: for ever.
struct Retention {
  int archive_days = 0;    ///< inputs in archive and quarantine
  int outputs_days = 0;    ///< held files and all other outputs
  int ledger_days = 0;     ///< rows of the ledger: what is older is not recognized when it comes again
  std::string legal_hold;  ///< file with a list of what is kept whatever its age; empty: none
};

}  // namespace scrub837
