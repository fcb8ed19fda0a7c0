#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "src/scrub/file_run.hpp"

namespace scrub837::test {

/// All that a run writes, kept in memory: the texts of its output files.
struct MemoryRun {
  std::string clean, held, findings_jsonl, findings_csv, worklist, attachments;
  Outcome outcome;

  [[nodiscard]] std::uint64_t claims(Disposition disposition) const {
    return outcome.totals.of(disposition).claims;
  }
  /// Claims in the clean file, as the totals say.
  [[nodiscard]] std::uint64_t sent() const {
    return claims(Disposition::clean) + claims(Disposition::fixed) + claims(Disposition::released);
  }
};

/// What `scrub837 scrub`, or with supplies and numbers `rerun`, would write for these bytes.
[[nodiscard]] MemoryRun run_in_memory(std::string const& bytes, Judge const& judge,
                                      std::size_t block_size = std::size_t{1} << 18U,
                                      SupplySource* supplies = nullptr,
                                      std::optional<ControlNumbers> numbers = std::nullopt);

}  // namespace scrub837::test
