#include "src/cli/run_result.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "src/cli/command.hpp"
#include "src/io/publisher.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

std::string counted(std::uint64_t count, std::string_view noun, std::string_view plural = "s") {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : plural);
}

}  // namespace

void RunResult::note(InputList const& inputs, bool expect_input) {
  passed_over_ = inputs.passed_over.size();
  if (!expect_input) return;
  for (auto const& folder : inputs.empty_folders) {
    spdlog::error("no claim file in {}", displayed(folder));
    lost_input_ = true;
  }
}

void RunResult::add(InputFile const& file, Summary const& summary) {
  ++files_;
  bytes_ += summary.bytes_in;
  auto const& outcome = summary.outcome;
  add_to(totals_, outcome.totals);
  not_compared_ += outcome.claims_not_compared;
  seen_.add(outcome.seen);
  payers_.add(outcome.by_payer);
  providers_.add(outcome.by_billing_provider);
  status_ = std::max(status_, outcome.status);
  summaries_.push_back((file.folder / (file.base + std::string(Publisher::summary_suffix))).string());
  if (outcome.status != Status::unreadable) return;
  ++unreadable_;
  lost_input_ = lost_input_ || file.named || is_called_x12(file.path);
}

void RunResult::fail(std::string const& message) {
  failed_ = true;
  spdlog::error("{}", displayed(message));
}

int RunResult::exit_code() const {
  if (failed_) return environment;
  if (lost_input_) return unreadable;
  return totals_.of(Disposition::held).claims > 0 || totals_.withheld ? claims_held : everything_went_out;
}

// A fixed error is nothing that anybody has to look at.
std::string RunResult::errors() const {
  auto const found = totals_.by_severity[static_cast<std::size_t>(Severity::error)];
  auto const fixed = totals_.fixed_errors;
  auto const text = counted(found, "error");
  if (fixed == 0) return text;
  return fixed == found ? text + (found == 1 ? ", fixed" : ", all fixed")
                        : fmt::format("{}, {} of them fixed", text, fixed);
}

std::string RunResult::line(std::string_view verb) const {
  using enum Disposition;
  auto text = fmt::format("scrub837 {}: {}", verb, counted(files_, "file"));
  if (files_ > 0) {
    auto const warned = totals_.clean_with_warnings.claims;
    text +=
        fmt::format(", {}: {} clean{}, {} fixed, {} held, {} released; {}, {}",
                    counted(totals_.in.claims, "claim"), totals_.of(clean).claims,
                    warned > 0 ? fmt::format(", {} of them with warnings", warned) : std::string{},
                    totals_.of(fixed).claims, totals_.of(held).claims, totals_.of(released).claims, errors(),
                    counted(totals_.by_severity[static_cast<std::size_t>(Severity::warning)], "warning"));
  }
  if (totals_.fixes_above_claims > 0)
    text += fmt::format("; {} above the claims", counted(totals_.fixes_above_claims, "fix", "es"));
  if (unreadable_ > 0) text += fmt::format("; {} not readable as X12", unreadable_);
  if (passed_over_ > 0) text += fmt::format("; {} passed over (no X12)", passed_over_);
  if (failed_) text += "; FAILED";
  return text;
}

RunSummary RunResult::summary() const {
  RunSummary run;
  run.totals = totals_;
  run.status = status_;
  run.bytes_in = bytes_;
  run.claims_not_compared = not_compared_;
  run.seen = seen_;
  run.by_payer = payers_.totals();
  run.by_billing_provider = providers_.totals();
  run.files = summaries_;
  return run;
}

}  // namespace scrub837::cli
