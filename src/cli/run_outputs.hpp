#pragma once

#include <chrono>
#include <ctime>
#include <filesystem>
#include <memory>
#include <vector>

#include "src/cli/run_result.hpp"
#include "src/io/publisher.hpp"
#include "src/text/utc_time.hpp"

namespace scrub837::cli {

/// What a run over several inputs, or a folder, writes for all of them together: run.summary.json, and
/// run.worklist.csv if any of them has a worklist. Those of an earlier run are removed before the first
/// input, and the new ones are written after the last; if something failed, there are none. Does nothing for
/// a single input.
class RunOutputs {
 public:
  /// Throws EnvironmentError if an earlier run.summary.json can't be removed: it would tell of other outputs.
  /// \param settings outlive this
  RunOutputs(InputList const& inputs, std::filesystem::path const& out, Settings const& settings,
             RunResult& result);
  /// Another input is done. In the order of the inputs.
  void add(InputFile const& file, Summary const& summary);
  /// After the last input.
  void publish(RunResult& result);
  /// The worklist of all inputs, if it was published; else empty.
  [[nodiscard]] std::filesystem::path const& worklist() const { return worklist_; }

 private:
  [[nodiscard]] WrittenFile write_worklist();

  std::filesystem::path out_;
  Settings const* settings_;
  std::vector<std::filesystem::path> worklists_;  ///< of the inputs
  std::filesystem::path worklist_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::string started_ = utc_time(std::time(nullptr));
  std::unique_ptr<Publisher> publisher_;
};

}  // namespace scrub837::cli
