#pragma once

#include <cstdint>
#include <ctime>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "src/config/retention.hpp"
#include "src/ledger/ledger.hpp"

namespace scrub837::inbox {

/// What must be kept whatever its age: a line for each file, by its name or the SHA-256 of its content. Blank
/// lines and what stands behind # do not count.
class LegalHold {
 public:
  LegalHold() = default;
  /// Reads the list. Throws EnvironmentError.
  explicit LegalHold(std::filesystem::path const& list);
  /// Of these files, in the order of the ledger, those that are named and what reruns made of their outputs.
  /// \return their numbers in the ledger
  [[nodiscard]] std::set<std::int64_t> among(std::vector<ledger::FileEntry> const& files);
  /// Entries that named none of the files that were looked at.
  [[nodiscard]] std::vector<std::string> unmatched() const;

 private:
  [[nodiscard]] bool names(ledger::FileEntry const& file);

  std::map<std::string, bool, std::less<>> entries_;  ///< whether a file was found
};

/// What retention takes away.
struct Pruned {
  std::vector<std::string> files;  ///< that are removed now
  std::uint64_t rows = 0;          ///< files of the ledger, with their claims
  /// Entries of the legal hold that name no file: then nothing is removed.
  std::vector<std::string> unmatched_holds;
};

/// Removes reports and worklists of whole runs (`run.12.worklist.csv`) that were not changed for so long.
/// \param days 0: for ever \return which
[[nodiscard]] std::vector<std::string> prune_run_outputs(std::filesystem::path const& out, int days,
                                                         std::time_t now);
/// Removes what is older than it is to be kept, oldest first: what the ledger knows as input or output of its
/// files, and no other file. Throws EnvironmentError; what was removed before stays removed.
[[nodiscard]] Pruned prune(ledger::Ledger& ledger, Retention const& retention, LegalHold hold,
                           std::time_t now);

}  // namespace scrub837::inbox
