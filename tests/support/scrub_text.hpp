#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scrub837/profile.hpp"
#include "scrub837/report.hpp"
#include "scrub837/rule.hpp"
#include "scrub837/settings.hpp"
#include "scrub837/summary.hpp"
#include "src/scrub/sending_record.hpp"
#include "src/scrub/supplies.hpp"

namespace scrub837::test {

/// A finding, copied out of its record.
struct Found {
  std::string rule, severity, element, loop, message, before, after, segment;
  std::string missing;  ///< id of the segment that is not there
  std::string claim, line, disposition, group, transaction;
  std::uint64_t claim_index = 0, line_index = 0, segment_number = 0, offset = 0, interchange_index = 0;
  bool has_fix = false, applied = false;
  Applicability fix = Applicability::none;
  ErrorKind kind = ErrorKind::of_rule;  ///< that the finding has in reports
};

/// A worklist row, copied.
struct Asked {
  std::string key, rule, needed, claim, loop, element, current_value, diagnoses, payer, payer_id, last_result;
  std::uint64_t claim_index = 0, line_index = 0;
  bool required = true;
  std::array<std::string, typed_column_count> typed;
};

/// What a run over bytes in memory came to.
struct Scrubbed {
  std::string clean, held;
  std::vector<Found> findings;
  std::vector<Asked> rows;
  std::vector<std::string> attachments;  ///< lines of attachments.csv, without line ends
  Outcome outcome;

  /// Rule ids of all findings, joined with blanks.
  [[nodiscard]] std::string rules() const;
  [[nodiscard]] std::uint64_t claims(Disposition disposition) const {
    return outcome.totals.of(disposition).claims;
  }
};

/// Scrubs bytes as `scrub837 scrub` does, without any file.
[[nodiscard]] Scrubbed scrub_text(std::string const& bytes, Settings const& settings = {},
                                  std::size_t block_size = std::size_t{1} << 20U);

/// The same with what a ledger knows of claims that were sent.
[[nodiscard]] Scrubbed scrub_text(std::string const& bytes, SendingRecord& record,
                                  Settings const& settings = {});

/// The same with documents that a document list lists.
[[nodiscard]] Scrubbed scrub_text(std::string const& bytes, SupplySource& supplies,
                                  Settings const& settings = {},
                                  std::size_t block_size = std::size_t{1} << 20U);

/// The same as `scrub837 rerun` does it.
[[nodiscard]] Scrubbed rerun_text(std::string const& bytes, SupplySource& supplies, std::uint64_t number = 1,
                                  Settings const& settings = {},
                                  std::size_t block_size = std::size_t{1} << 20U);

/// All findings of a rule.
[[nodiscard]] std::vector<Found> findings_of(Scrubbed const& scrubbed, std::string_view rule);
/// How often a rule is reported.
[[nodiscard]] std::size_t count_of(Scrubbed const& scrubbed, std::string_view rule);
/// The first finding of a rule; complains if there is none.
[[nodiscard]] Found found_of(Scrubbed const& scrubbed, std::string_view rule);

/// The text of a profile file: one profile that takes every payer. \param settings as profile_of() takes them
[[nodiscard]] std::string profile_text(std::string_view settings);
/// One profile that takes every payer. \param settings its text (TOML), as a rule's Doc has it; empty: none
[[nodiscard]] std::shared_ptr<Profiles const> profile_of(std::string_view settings);
/// Settings with such a profile.
[[nodiscard]] Settings under(std::string_view profile, Settings settings = {});

/// Settings with some rules ignored.
[[nodiscard]] Settings ignoring(std::vector<std::string> const& words);
[[nodiscard]] Settings with_unsafe_fixes();
/// Settings that list info findings too.
[[nodiscard]] Settings with_advice();

}  // namespace scrub837::test
