#include "src/cli/next_step.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "src/cli/given_options.hpp"
#include "src/cli/stale_run.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

// One file by its name, several by a pattern.
std::string named(std::vector<std::string> const& files, std::string_view pattern, std::string const& out) {
  return displayed(files.size() == 1 ? files.front() : fmt::format("{} in {}", pattern, out));
}

// More files than these are not listed.
constexpr std::size_t most_named = 10;

// Files of earlier runs are beside those of this one: they may have been sent.
std::string to_send(std::vector<std::string> const& clean, std::string const& out) {
  constexpr std::string_view pattern = "the *.clean.837 files";
  auto const earlier =
      clean.size() == 1 ? std::size_t{0} : outputs_of_earlier_runs(out, ".clean.837", clean).size();
  if (earlier == 0) return fmt::format("send {}.", named(clean, pattern, out));
  auto const others = fmt::format("{} in {} {} of earlier runs.",
                                  earlier == 1 ? "1 other" : fmt::format("{} others", earlier),
                                  displayed(out), earlier == 1 ? "is" : "are");
  if (clean.size() > most_named)
    return fmt::format("send the {} *.clean.837 files of the inputs in run.summary.json; {}", clean.size(),
                       others);
  std::vector<std::string> names;
  std::ranges::transform(clean, std::back_inserter(names),
                         [](std::string const& name) { return displayed(name); });
  return fmt::format("send {}; {}", fmt::join(names, ", "), others);
}

// Whom a damaged file can be had from again: a held file comes from a run of ours.
std::string again(std::vector<std::string> const& files, std::string_view fault) {
  if (files.size() > 1)
    return fmt::format("ask the senders for {} files again: each {}.", files.size(), fault);
  if (files.front().ends_with(".held.837"))
    return fmt::format("scrub the file that {} came from again: the held file {}.", displayed(files.front()),
                       fault);
  return fmt::format("ask the sender for {} again: it {}.", displayed(files.front()), fault);
}

}  // namespace

void NextStep::add(InputFile const& file, Summary const& summary) {
  auto const folder = std::filesystem::path(out_) / file.folder;
  for (auto const& output : summary.outputs) {
    auto const path = (folder / output.name).string();
    if (output.name.ends_with(".clean.837")) clean_.push_back(path);
    if (output.name.ends_with(".held.837")) held_.push_back(path);
    if (summary.rows_to_fill == 0) continue;
    if (output.name.ends_with(".worklist.csv")) worklists_.push_back(path);
    // The workbook is the one to fill in; it comes after the CSV file with the same rows.
    if (output.name.ends_with(".worklist.xlsx")) worklists_.back() = path;
  }
  if (summary.outcome.status == Status::refused) refused_.push_back(file.shown);
  if (summary.outcome.status == Status::unreadable) unreadable_.push_back(file.shown);
}

std::string NextStep::rerun_command() const {
  if (!run_worklist_.empty()) {
    auto inputs = shell_word(out_);
    // Of the folder, the held files of earlier runs would be read too.
    if (held_.size() <= most_named && !outputs_of_earlier_runs(out_, ".held.837", held_).empty()) {
      inputs.clear();
      for (auto const& held : held_) inputs += (inputs.empty() ? "" : " ") + shell_word(held);
    }
    return fmt::format("scrub837 rerun --worklist {} {}{} --out sent", shell_word(run_worklist_), inputs,
                       options_);
  }
  if (worklists_.size() == 1 && held_.size() == 1) {
    return fmt::format("scrub837 rerun --worklist {} {}{} --out sent", shell_word(worklists_.front()),
                       shell_word(held_.front()), options_);
  }
  return fmt::format("scrub837 rerun --worklist FILE.worklist.csv FILE.held.837{} --out sent", options_);
}

std::vector<std::string> NextStep::steps(RunResult const& result) const {
  if (result.failed()) return {"correct the error above and run the same command again."};
  if (result.files() == 0) return {fmt::format("check the folder; no {} was found.", inputs_)};
  std::vector<std::string> steps;
  if (!report_.empty())
    steps.push_back(fmt::format("open {} in a browser to see {}.", displayed(report_),
                                held_.empty() ? "what was checked" : "what is held"));
  if (!clean_.empty()) steps.push_back(to_send(clean_, out_));
  if (!unreadable_.empty()) steps.push_back(again(unreadable_, "cannot be read"));
  if (!refused_.empty()) steps.push_back(again(refused_, "has a damaged envelope"));
  if (worklists_.empty() || held_.empty()) {
    if (held_.empty() && unreadable_.empty()) steps.emplace_back("no claim is held.");
    if (!held_.empty() && refused_.empty())
      steps.emplace_back("the held claims have no worklist row; read the findings.");
    return steps;
  }
  steps.push_back(fmt::format("fill in {}, then run:",
                              run_worklist_.empty() ? named(worklists_, "each *.worklist.csv file", out_)
                                                    : displayed(run_worklist_)));
  steps.push_back(rerun_command());
  return steps;
}

std::string NextStep::text(RunResult const& result) const {
  std::string text;
  for (auto const& step : steps(result)) text += (text.empty() ? "Next: " : "      ") + step + "\n";
  return text;
}

}  // namespace scrub837::cli
