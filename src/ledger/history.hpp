#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/ledger/ledger.hpp"

namespace scrub837::ledger {

/// What became of a claim in one run.
struct ClaimEvent {
  std::string at;  ///< `2026-11-27T02:00:00Z`
  std::int64_t run = 0;
  std::string command;  ///< scrub, rerun or inbox
  std::string file;
  std::uint64_t claim_index = 0;             ///< from 1 in the file
  std::string sender;                        ///< ISA06
  std::string interchange, group, set;       ///< ISA13, GS06, ST02 as received
  std::string sent_interchange, sent_group;  ///< as it went out
  std::string disposition;
  std::int64_t cents = 0;
  std::string rules;        ///< of the errors that were left
  std::string released_by;  ///< who let it out with them; empty: nobody
};

/// Claims with the same fate.
struct Total {
  std::uint64_t claims = 0;
  std::int64_t cents = 0;
};
/// By disposition: clean, fixed, held, released.
using Totals = std::array<Total, 4>;

/// What became of a file.
struct FileEvent {
  FileEntry file;
  std::string command;
  std::string sender, interchange, group;  ///< of its first transaction set
  std::uint64_t sets = 0;
  Totals by_disposition{};
};

/// A run as the ledger knows it.
struct RunEntry {
  std::int64_t id = 0;
  std::string command, version, started;
  std::string ended;  ///< empty: at work, or cut off
  int exit_code = 0;
  std::string line;  ///< how it ended
};

/// The life of a claim over the runs, in their order. \param since `2026-11-01`, or empty: all
[[nodiscard]] std::vector<ClaimEvent> claim_history(Ledger& ledger, std::string_view claim,
                                                    std::string_view since);
/// Files and what became of their claims, in their order. \param run 0: of all runs
[[nodiscard]] std::vector<FileEvent> file_history(Ledger& ledger, std::string_view since,
                                                  std::int64_t run = 0);
/// What became of the claims of a file of the ledger.
[[nodiscard]] Totals totals_of(Ledger& ledger, std::int64_t file);
/// A run, the last one for 0; nothing if there is none.
[[nodiscard]] std::optional<RunEntry> run_entry(Ledger& ledger, std::int64_t run);

}  // namespace scrub837::ledger
