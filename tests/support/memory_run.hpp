#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "src/scrub/file_run.hpp"

// The one place where tests run a file without a disk.
namespace scrub837::test {

/// How a run in memory differs from a plain `scrub`.
struct MemoryJob {
  std::string_view file = "test.837";
  std::size_t block_size = std::size_t{1} << 20U;
  SupplySource* supplies = nullptr;            ///< what was typed, or a document list
  std::optional<ControlNumbers> numbers = {};  ///< a rerun
  bool writes = true;                          ///< false: no clean and no held file, as in `check`
  SendingRecord* record = nullptr;             ///< of what was sent before
};

/// The result of a run in memory.
struct MemoryRun {
  std::string clean, held;
  Outcome outcome;

  [[nodiscard]] std::uint64_t claims(Disposition disposition) const {
    return outcome.totals.of(disposition).claims;
  }
  /// Claims in the clean file, as the totals say.
  [[nodiscard]] std::uint64_t sent() const {
    return claims(Disposition::clean) + claims(Disposition::fixed) + claims(Disposition::released);
  }
};

/// Runs bytes as a command would run their file. \param events receive everything that happens
[[nodiscard]] MemoryRun run_in_memory(std::string const& bytes, Judge const& judge, ScrubEvents& events,
                                      MemoryJob const& job = {});

/// The same with the texts of all other output files.
struct ReportedRun : MemoryRun {
  std::string findings_jsonl, findings_csv, worklist, attachments, claims_csv;
};
[[nodiscard]] ReportedRun run_with_reports(std::string const& bytes, Judge const& judge,
                                           MemoryJob const& job = {});

/// All bytes of a sink.
[[nodiscard]] std::string content_of(Sink& sink);

}  // namespace scrub837::test
