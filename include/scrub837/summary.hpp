#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scrub837/claims_seen.hpp"
#include "scrub837/party_totals.hpp"
#include "scrub837/report.hpp"
#include "scrub837/run_facts.hpp"

namespace scrub837 {

/// What a run over one input came to.
enum class Status : std::uint8_t {
  ok,          ///< every claim goes out
  held,        ///< a claim is held
  refused,     ///< an envelope error stayed unmended: claims are held as received
  unreadable,  ///< no X12 could be read
};
[[nodiscard]] std::string_view name_of(Status status);

struct Outcome {
  Totals totals;
  Status status = Status::ok;
  std::uint64_t interchanges = 0, groups = 0;
  std::uint64_t claims_not_compared = 0;  ///< with other claims of the run, which has too many
  std::vector<PartyTotals> by_payer = {}, by_billing_provider = {};  ///< in the order of their first claims
  ClaimsSeen seen = {};
};

/// An output that was written, as summary.json names it.
struct WrittenFile {
  std::string name;
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// What summary.json tells (docs/contract.md).
struct Summary {
  std::string file;
  std::string sha256;  ///< of the input as it is stored (a .gz: packed); empty if nothing was written
  std::uint64_t bytes_in = 0;
  std::string started;  ///< `2026-11-27T02:00:00Z`
  double seconds = 0;
  RunFacts facts;
  Outcome outcome;
  std::vector<WrittenFile> outputs;
  /// Rows of the worklist into which something can be typed: others say what is wrong with the file. It is
  /// not in summary.json.
  std::uint64_t rows_to_fill = 0;
  /// The outputs are published, and this failed afterwards (a file that they replace can't be removed); empty
  /// if nothing did. A program should tell it. It is not in summary.json.
  std::string problem = {};
};

/// The text of summary.json.
[[nodiscard]] std::string to_json(Summary const& summary);

/// Which input a summary.json tells of; empty if it is no summary.
[[nodiscard]] std::string file_in_summary(std::string_view json);

/// What a summary.json names: the input's SHA-256, and of each output its SHA-256, a blank and its name.
struct NamedFiles {
  std::string sha256;
  std::vector<std::string> outputs;
};
/// \return nothing in it if the text is no summary
[[nodiscard]] NamedFiles files_in_summary(std::string_view json);

/// The version of this build.
[[nodiscard]] std::string_view version();

}  // namespace scrub837
