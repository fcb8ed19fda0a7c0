#include "src/cli/run_outputs.hpp"

#include <cmath>

#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"

namespace scrub837::cli {
namespace {

// What it says of an earlier run holds no longer.
void withdraw(std::filesystem::path const& summary) {
  if (!exists(look_at(summary))) return;
  remove_file(summary);
  sync_folder(summary.parent_path());
}

}  // namespace

RunOutputs::RunOutputs(InputList const& inputs, std::filesystem::path const& out, RunResult& result) {
  if (!inputs.several) return;
  withdraw(out / (std::string(run_base) + std::string(Publisher::summary_suffix)));
  try {
    publisher_ = std::make_unique<Publisher>(out, std::string(run_base));
  } catch (EnvironmentError const& error) {
    // Another run may be at work here on other inputs: those of this one are done all the same.
    result.fail(error.what());
    return;
  }
}

void RunOutputs::publish(RunResult& result) {
  if (!publisher_ || result.failed()) return;
  auto run = result.summary();
  run.seconds =
      std::round(std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count() * 1000) /
      1000;
  try {
    if (auto const problem = publisher_->publish({}, {}, to_json(run)); !problem.empty())
      result.fail(problem);
  } catch (EnvironmentError const& error) {
    result.fail(error.what());
  }
}

}  // namespace scrub837::cli
