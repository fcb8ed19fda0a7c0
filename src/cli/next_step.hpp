#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "src/cli/command.hpp"
#include "src/cli/run_result.hpp"

namespace scrub837::cli {

/// What a person does after `scrub` or `rerun`: the last lines on the screen.
class NextStep {
 public:
  /// \param out the folder of the outputs
  /// \param common whose judging a rerun has to do with: without it claims would go out unanswered
  /// \param inputs what the command reads: "claim file"
  NextStep(std::string out, CommonOptions const& common, std::string inputs)
      : out_(std::move(out)), options_(common.options_for_rerun), inputs_(std::move(inputs)) {}
  void add(InputFile const& file, Summary const& summary);
  /// The worklist of all inputs, and the report of the run; empty: there is none.
  void add_run_outputs(std::filesystem::path const& worklist, std::filesystem::path const& report) {
    run_worklist_ = worklist.string();
    report_ = report.string();
  }
  /// `Next: send out/night.clean.837.` and so on, a step a line; where claims wait for a worklist, the last
  /// line is the command that takes it.
  [[nodiscard]] std::string text(RunResult const& result) const;

 private:
  [[nodiscard]] std::vector<std::string> steps(RunResult const& result) const;
  [[nodiscard]] std::string rerun_command() const;

  std::string out_, options_, inputs_, run_worklist_, report_;
  std::vector<std::string> clean_, held_, worklists_, refused_, unreadable_;
};

}  // namespace scrub837::cli
