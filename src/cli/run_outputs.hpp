#pragma once

#include <chrono>
#include <ctime>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/cli/run_result.hpp"
#include "src/io/publisher.hpp"
#include "src/report_model/run_report.hpp"
#include "src/text/utc_time.hpp"

namespace scrub837::cli {

/// Of the page of a run, behind run_base.
constexpr std::string_view report_suffix = ".report.html";

/// What is written for people to read, of all inputs together.
struct ReportsWanted {
  bool page = false;             ///< --html
  bool workbook = false;         ///< --xlsx
  bool redacted = false;         ///< of redacted copies
  bool of_what_is_done = false;  ///< even if another input failed: its turn comes again
};

/// What a run over several inputs, or a folder, writes for all of them together: run.summary.json, and
/// run.worklist.csv (with --xlsx, as a workbook too) if any of them has a worklist; and with --html, of a
/// single input too, run.report.html. Those of an earlier run are removed before the first input, and the new
/// ones are written after the last; if something failed, there are none.
class RunOutputs {
 public:
  /// Throws EnvironmentError if an earlier run.summary.json can't be removed: it would tell of other outputs.
  /// \param settings outlive this
  RunOutputs(InputList const& inputs, std::filesystem::path const& out, Settings const& settings,
             ReportsWanted wanted, RunResult& result);
  /// Collects for the report what an input has to say; null if none is asked for.
  [[nodiscard]] std::unique_ptr<InputReport> report_of_input() const;
  /// All is known of an input, and its outputs are not published yet. If it is the only one, its page can be
  /// made. \param report what was collected of it
  void judged(InputFile const& file, Summary const& summary, InputReport* report);
  /// Another input is done. In the order of the inputs. \param report what was collected of it
  void add(InputFile const& file, Summary const& summary, std::unique_ptr<InputReport> report);
  /// After the last input.
  void publish(RunResult& result);
  /// The worklist of all inputs, if it was published, as a workbook if there is one; else empty.
  [[nodiscard]] std::filesystem::path const& worklist() const { return worklist_; }
  /// The report, if it was published; else empty.
  [[nodiscard]] std::filesystem::path const& report() const { return report_; }

 private:
  [[nodiscard]] WrittenFile write_worklist();
  [[nodiscard]] RunSummary described(RunResult const& result) const;
  [[nodiscard]] std::string page(RunSummary run);
  [[nodiscard]] std::string workbook(RunSummary const& run) const;
  [[nodiscard]] WrittenFile write_text(std::string_view suffix, std::string_view text);
  void publish_several(RunSummary run, RunResult& result);

  std::filesystem::path out_;
  Settings const* settings_;
  std::vector<std::filesystem::path> worklists_, findings_, workbooks_;  ///< of the inputs
  bool one_input_ = false;
  std::filesystem::path worklist_, report_;
  ReportsWanted wanted_;
  std::optional<RunReport> run_report_;  ///< only if a report is asked for
  std::string page_;                     ///< of a single input, made before it was published
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::string started_ = utc_time(std::time(nullptr));
  std::unique_ptr<Publisher> publisher_;
};

}  // namespace scrub837::cli
