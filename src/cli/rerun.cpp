#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <charconv>
#include <chrono>
#include <memory>

#include "src/attachments/joint_supplies.hpp"
#include "src/cli/clean_up.hpp"
#include "src/cli/command.hpp"
#include "src/cli/confine.hpp"
#include "src/cli/control_numbers.hpp"
#include "src/cli/file_summary.hpp"
#include "src/cli/given_documents.hpp"
#include "src/cli/next_step.hpp"
#include "src/cli/not_checked.hpp"
#include "src/cli/rerun_results.hpp"
#include "src/cli/run_outputs.hpp"
#include "src/cli/sent_numbers.hpp"
#include "src/cli/stale_run.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/cli/totals_table.hpp"
#include "src/cli/used_ledger.hpp"
#include "src/config/checked_lists.hpp"
#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/input_files.hpp"
#include "src/io/publisher.hpp"
#include "src/text/utf8.hpp"
#include "src/worklist/worklist_supplies.hpp"

namespace scrub837::cli {
namespace {

namespace fs = std::filesystem;

std::uint64_t digits_of_time() {
  auto const now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(now).count()) %
             999'999'999 +
         1;
}

// As many interchanges or groups as the inputs can hold.
std::uint64_t max_numbers(std::vector<InputFile> const& files) {
  constexpr std::uint64_t shortest_header = 40;
  constexpr std::uint64_t unknown = 100'000;  // packed, or a pipe
  std::uint64_t count = 0;
  for (auto const& file : files) {
    auto const size = file.path.extension() == ".gz" ? 0 : size_of(file.path);
    count += size == 0 ? unknown : size / shortest_header + 1;
  }
  return count;
}

std::uint64_t number_of(std::string const& given) {
  std::uint64_t number = 0;
  auto const [end, error] = std::from_chars(given.data(), given.data() + given.size(), number);
  if (error != std::errc{} || end != given.data() + given.size() || number == 0 || number > 999'999'999) {
    throw UsageError{"--control-number must be 1 to 999999999"};
  }
  return number;
}

int run_rerun(std::span<std::string const> arguments) {
  CommonOptions common;
  std::string out;
  std::string worklist;
  std::string number;
  std::string attachments;
  options::options_description shown("");
  shown.add_options()("worklist", options::value(&worklist)->value_name("FILE"),
                      "the filled-in worklist (.xlsx, or saved as CSV)")  //
      ("out,o", options::value(&out)->value_name("DIR"),
       "folder for the outputs; created if it does not exist")                             //
      ("attachments", options::value(&attachments)->value_name("FILE"), attachments_help)  //
      ("control-number", options::value(&number)->value_name("N"),
       "first ISA13 and GS06 (default: from the time)");
  add_ledger(shown, common);
  add_common(shown, common);
  add_outputs(shown, common);
  if (!parse(arguments, shown,
             "scrub837 rerun --worklist FILE INPUT... --out DIR   apply a filled-in worklist",
             "scrub837 rerun --worklist night.worklist.csv out/night.held.837 --out sent/", common)) {
    return everything_went_out;
  }
  if (worklist.empty() && attachments.empty()) throw UsageError{"--worklist FILE is missing"};
  if (out.empty()) throw UsageError{"--out DIR is missing"};
  if (!worklist.empty() && !fs::is_regular_file(look_at(worklist)))
    throw UsageError{"there is no worklist " + worklist};
  auto const settings = make_settings(common);
  set_up_log(common);
  RunResult result;
  auto inputs = inputs_of(common, InputKind::held, Outputs::distinct,
                          [&](auto const& message) { result.fail(message); });
  auto& files = inputs.files;
  result.note(inputs, common.expect_input);
  auto suffixes = output_suffixes();
  std::string const summary_suffix(Publisher::summary_suffix);
  suffixes.push_back(summary_suffix);
  if (auto const collision = find_collision(files, out, suffixes); !collision.empty())
    throw UsageError{collision};

  confine(common, {out, ReservedNumbers::folder()});
  auto const saved = worklist.empty() ? SavedWorklist{} : read_saved(worklist);
  auto typed = worklist.empty() ? WorklistFile{} : read_worklist(saved.bytes);
  if (typed.rows.empty() && !typed.problems.empty())
    throw UsageError{worklist + ": " + typed.problems.front()};
  WorklistSupplies supplies(std::move(typed));
  tell_sent_numbers(supplies, files, out);
  GivenDocuments listed(attachments);
  JointSupplies both(supplies, listed.supplies());
  Judge const judge(settings);
  UsedLedger used_ledger(common, "rerun");
  // Their temporaries tell the ledger how far they came.
  clean_up_after_killed_runs(out, result);
  auto const reserved = number.empty() ? std::make_unique<ReservedNumbers>(
                                             digits_of_time(), max_numbers(files), used_ledger.get())
                                       : nullptr;
  auto const first = reserved ? reserved->first() : number_of(number);
  if (reserved && !reserved->problem().empty()) {
    complain(
        "scrub837: {}: control numbers are taken from the time and cannot be saved; do not start two reruns "
        "at the same time\n",
        displayed(reserved->problem()));
  }
  confine_further(common, {out, ReservedNumbers::folder()});
  ControlNumbers numbers{first};
  if (!common.quiet) {
    for (auto const& older : inputs.superseded) {
      if (is_of_another_file(older)) {
        say("left out: {}; a later rerun beside it is of another file of that name. To read this one, name "
            "it "
            "instead of its folder\n",
            displayed(older));
      } else {
        say("left out: {}; a later rerun beside it has its claims\n", displayed(older));
      }
    }
    say("control numbers (ISA13, GS06) from {}\n", numbers.interchange(1));
  }
  // One file after the other: control numbers are counted on.
  RunOutputs run_outputs(inputs, out, settings, {.page = common.html, .workbook = common.xlsx}, result);
  NextStep next(out, common, "held file (*.held.837)");
  ProgressBar bar(!common.quiet);
  RunRepeats run_repeats({.new_control_numbers = true});
  for (std::size_t i = 0; i < files.size(); ++i) {
    auto& file = files[i];
    try {
      // What went out under these names may not have been fetched yet.
      if (used_ledger.is_taken(fs::path(out) / file.folder / (file.base + summary_suffix)))
        file.base += "." + numbers.interchange(1);
      auto const record = used_ledger.record_of(file, numbers);
      InputRepeats repeats(run_repeats, i, file);
      auto report = run_outputs.report_of_input();
      auto const summary = scrub_file(file, out, judge, bar.for_file(file.shown), common.block_size,
                                      {&both, numbers, &repeats, report.get(), common.xlsx, record.get()});
      numbers.first += std::max(summary.outcome.interchanges, summary.outcome.groups);
      bar.clear();
      result.add(file, summary);
      if (!summary.problem.empty()) result.fail(summary.problem);
      spdlog::info("{}: {}, {} claims, {} held", displayed(file.shown), name_of(summary.outcome.status),
                   summary.outcome.totals.in.claims, summary.outcome.totals.of(Disposition::held).claims);
      next.add(file, summary);
      run_outputs.add(file, summary, std::move(report));
      if (!common.quiet) print_file(file, summary, out);
    } catch (EnvironmentError const& failure) {
      result.fail(failure.what());
    }
  }
  if (reserved) {
    // The numbers are taken all the same, so nothing is repeated: some are left out.
    if (auto const problem = reserved->took(numbers.first - first); !problem.empty())
      complain("scrub837: {}: unused control numbers are skipped\n", displayed(problem));
  }
  try {
    if (!worklist.empty()) {
      if (auto const warning = write_results(out, saved, supplies, used_ledger.get() != nullptr);
          !warning.empty())
        complain("scrub837: {}\n", displayed(warning));
    }
    listed.write_results(out);
  } catch (EnvironmentError const& failure) {
    result.fail(failure.what());
  }
  run_outputs.publish(result);
  next.add_run_outputs(run_outputs.worklist(), run_outputs.report());
  std::string taken_back_before;
  try {
    if (!worklist.empty()) taken_back_before = used_ledger.note_taken_back(worklist, saved.bytes);
    used_ledger.note_handed_out(run_outputs.worklist());
  } catch (EnvironmentError const& failure) {
    result.fail(failure.what());
  }
  if (auto const problem = used_ledger.end(result.exit_code(), result.line("rerun")); !problem.empty())
    result.fail(problem);
  if (!common.quiet) {
    if (!worklist.empty()) print_rows(out, worklist, supplies);
    if (!taken_back_before.empty())
      say("{} was already run at {}; what it sent is not sent again\n", displayed(worklist),
          taken_back_before);
    listed.print();
    if (files.size() > 1) say("all files:\n{}", totals_table(result.totals(), result.by_payer()));
  }
  if (!common.quiet) say("{}", not_checked_text(settings, result.seen()));
  say("{}\n", result.line("rerun"));
  if (!common.quiet) say("{}", next.text(result));
  return result.exit_code();
}

}  // namespace

constexpr Command rerun{"rerun", "apply a filled-in worklist to held claims", run_rerun, true};

}  // namespace scrub837::cli
