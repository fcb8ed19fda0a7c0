#pragma once

#include <ctime>
#include <filesystem>
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
  [[nodiscard]] bool has(ledger::FileEntry const& file) const;

 private:
  std::set<std::string, std::less<>> entries_;
};

/// What retention takes away.
struct Pruned {
  std::vector<std::string> files;  ///< that are removed now
  std::uint64_t rows = 0;          ///< files of the ledger, with their claims
};

/// Removes what is older than it is to be kept, oldest first: what the ledger knows as input or output of its
/// files, and no other file. Throws EnvironmentError; what was removed before stays removed.
[[nodiscard]] Pruned prune(ledger::Ledger& ledger, Retention const& retention, LegalHold const& hold,
                           std::time_t now);

}  // namespace scrub837::inbox
