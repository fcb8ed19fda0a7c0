#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <variant>

#include "src/cli/clean_up.hpp"
#include "src/cli/command.hpp"
#include "src/cli/confine.hpp"
#include "src/cli/file_summary.hpp"
#include "src/cli/given_documents.hpp"
#include "src/cli/in_order.hpp"
#include "src/cli/next_step.hpp"
#include "src/cli/not_checked.hpp"
#include "src/cli/redacted_input.hpp"
#include "src/cli/run_outputs.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/cli/totals_table.hpp"
#include "src/cli/used_ledger.hpp"
#include "src/config/checked_lists.hpp"
#include "src/io/errors.hpp"
#include "src/io/input_files.hpp"
#include "src/io/publisher.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

// Of more files, only those that are not ok are printed, a line each.
constexpr std::size_t max_files_in_full = 5;

int run_scrub(std::span<std::string const> arguments) {
  CommonOptions common;
  std::string out;
  std::string attachments;
  bool redact = false;
  options::options_description shown("");
  shown.add_options()("out,o", options::value(&out)->value_name("DIR"),
                      "folder for the outputs; created if it does not exist")  //
      ("attachments", options::value(&attachments)->value_name("FILE"), attachments_help);
  add_inputs(shown, common);
  add_ledger(shown, common);
  add_common(shown, common);
  add_outputs(shown, common);
  shown.add_options()("redact", options::bool_switch(&redact), "scrub redacted copies: *.redacted.*");
  if (!parse(arguments, shown, "scrub837 scrub INPUT... --out DIR   check, fix and split claims",
             "scrub837 scrub inbox/ --out outbox/", common)) {
    return everything_went_out;
  }
  if (out.empty()) throw UsageError{"--out DIR is missing"};
  auto const settings = make_settings(common);
  set_up_log(common);
  RunResult result;
  auto inputs = inputs_of(common, InputKind::received, Outputs::distinct,
                          [&](auto const& message) { result.fail(message); });
  // Nobody shall take its outputs for those to send.
  for (auto& file : inputs.files) {
    if (redact) file.base += ".redacted";
  }
  auto const& files = inputs.files;
  result.note(inputs, common.expect_input);
  auto suffixes = output_suffixes();
  suffixes.emplace_back(Publisher::summary_suffix);
  if (auto const collision = find_collision(files, out, suffixes); !collision.empty())
    throw UsageError{collision};

  confine(common, {out});
  GivenDocuments listed(attachments);
  confine_further(common, {out});
  // Which of several claims with one number gets a document, or which of two that are alike goes out, must
  // not depend on which file is quicker.
  if (!attachments.empty() || !common.ledger.empty()) common.jobs = 1;
  UsedLedger used_ledger(common, "scrub");
  // Their temporaries tell the ledger how far they came.
  clean_up_after_killed_runs(out, result);
  Judge const judge(settings);
  RunOutputs run_outputs(inputs, out, settings,
                         {.page = common.html, .workbook = common.xlsx, .redacted = redact}, result);
  NextStep next(out, common, "claim file");
  ProgressBar bar(!common.quiet && common.jobs == 1);
  RunRepeats run_repeats;
  struct Scrubbed {
    Summary summary;
    std::unique_ptr<InputReport> report;
  };
  using Done = std::variant<Scrubbed, EnvironmentError>;
  auto const work = [&](std::size_t i) -> Done {
    try {
      InputRepeats repeats(run_repeats, i, files[i]);
      auto const copy = redact ? std::make_unique<RedactedInput>(files[i]) : nullptr;
      auto report = run_outputs.report_of_input();
      auto const record = redact ? nullptr : used_ledger.record_of(files[i]);
      if (record) {
        auto const summary = fs::path(out) / files[i].folder / (files[i].base + suffixes.back());
        if (auto const note = used_ledger.replaced_by(summary, record->sha256()); !note.empty())
          complain("scrub837: {}\n", displayed(note));
      }
      auto summary =
          scrub_file(copy && copy->readable() ? copy->as_input() : files[i], out, judge,
                     bar.for_file(files[i].shown), common.block_size,
                     {attachments.empty() ? nullptr : &listed.supplies(),
                      {},
                      &repeats,
                      report.get(),
                      common.xlsx,
                      record.get(),
                      [&](Summary const& judged) { run_outputs.judged(files[i], judged, report.get()); }});
      return Scrubbed{std::move(summary), std::move(report)};
    } catch (EnvironmentError const& error) {
      return error;
    }
  };
  in_order<Done>(files.size(), common.jobs, work, [&](std::size_t i, Done&& done) {
    bar.clear();
    if (auto const* const error = std::get_if<EnvironmentError>(&done)) return result.fail(error->what());
    auto& [summary, report] = std::get<Scrubbed>(done);
    result.add(files[i], summary);
    if (!summary.problem.empty()) result.fail(summary.problem);
    spdlog::info("{}: {}, {} claims, {} held", displayed(files[i].shown), name_of(summary.outcome.status),
                 summary.outcome.totals.in.claims, summary.outcome.totals.of(Disposition::held).claims);
    next.add(files[i], summary);
    run_outputs.add(files[i], summary, std::move(report));
    if (common.quiet) return;
    if (files.size() <= max_files_in_full) return print_file(files[i], summary, out);
    if (summary.outcome.status != Status::ok) print_file_briefly(files[i], summary);
  });
  try {
    listed.write_results(out);
  } catch (EnvironmentError const& error) {
    result.fail(error.what());
  }
  run_outputs.publish(result);
  next.add_run_outputs(run_outputs.worklist(), run_outputs.report());
  try {
    used_ledger.note_handed_out(run_outputs.worklist());
  } catch (EnvironmentError const& error) {
    result.fail(error.what());
  }
  if (auto const problem = used_ledger.end(result.exit_code(), result.line("scrub")); !problem.empty())
    result.fail(problem);
  if (!common.quiet) {
    listed.print();
    if (files.size() > 1) say("all files:\n{}", totals_table(result.totals(), result.by_payer()));
  }
  if (!common.quiet) say("{}", not_checked_text(settings, result.seen()));
  say("{}\n", result.line("scrub"));
  if (common.quiet) return result.exit_code();
  if (redact) {
    say("The outputs are redacted copies (*.redacted.*): for support, never for a payer.\n");
  } else {
    say("{}", next.text(result));
  }
  return result.exit_code();
}

}  // namespace

constexpr Command scrub{"scrub", "check, fix and split claims", run_scrub, true};

}  // namespace scrub837::cli
