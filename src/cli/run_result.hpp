#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "scrub837/scrub.hpp"
#include "src/io/input_files.hpp"
#include "src/report/party_counter.hpp"
#include "src/report/run_summary.hpp"

namespace scrub837::cli {

/// How a run over several inputs ended.
class RunResult {
 public:
  /// What was found where inputs were looked for. \param expect_input a folder without one is an error
  void note(InputList const& inputs, bool expect_input);
  void add(InputFile const& file, Summary const& summary);
  void fail(std::string const& message);
  /// Somebody has to look: a file is in quarantine, or none came (exit code 3).
  void alarm() { lost_input_ = true; }
  [[nodiscard]] int exit_code() const;
  /// One line: files, claims and what became of them. No value from any claim.
  [[nodiscard]] std::string line(std::string_view verb) const;
  [[nodiscard]] Totals const& totals() const { return totals_; }
  [[nodiscard]] std::vector<PartyTotals> by_payer() const { return payers_.totals(); }
  [[nodiscard]] ClaimsSeen const& seen() const { return seen_; }
  [[nodiscard]] std::uint64_t files() const { return files_; }
  [[nodiscard]] bool failed() const { return failed_; }
  /// For run.summary.json; without outputs and time.
  [[nodiscard]] RunSummary summary() const;

 private:
  [[nodiscard]] std::string errors() const;
  Totals totals_;
  ClaimsSeen seen_;
  PartySum payers_, providers_;
  Status status_ = Status::ok;
  std::vector<std::string> summaries_;
  std::uint64_t files_ = 0, unreadable_ = 0, passed_over_ = 0, bytes_ = 0, not_compared_ = 0;
  bool lost_input_ = false, failed_ = false;
};

}  // namespace scrub837::cli
