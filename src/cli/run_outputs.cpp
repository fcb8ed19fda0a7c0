#include "src/cli/run_outputs.hpp"

#include <cmath>

#include "src/io/errors.hpp"

namespace scrub837::cli {

RunOutputs::RunOutputs(InputList const& inputs, std::filesystem::path const& out, RunResult& result) {
  if (!inputs.several) return;
  try {
    auto publisher = std::make_unique<Publisher>(out, std::string(run_base));
    publisher->withdraw();
    publisher_ = std::move(publisher);
  } catch (EnvironmentError const& error) {
    // The inputs are done all the same.
    result.fail(error.what());
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
