#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>
#include <variant>

#include "src/cli/command.hpp"
#include "src/cli/confine.hpp"
#include "src/cli/in_order.hpp"
#include "src/cli/not_checked.hpp"
#include "src/cli/redacted_input.hpp"
#include "src/cli/run_result.hpp"
#include "src/cli/screen.hpp"
#include "src/cli/totals_table.hpp"
#include "src/config/checked_lists.hpp"
#include "src/io/errors.hpp"
#include "src/report/finding_formats.hpp"
#include "src/report/help_once.hpp"
#include "src/report/rule_counts.hpp"
#include "src/report/statistics_formats.hpp"
#include "src/report/text_report.hpp"
#include "src/report_model/finding_groups.hpp"
#include "src/report_model/grouping_report.hpp"

namespace scrub837::cli {
namespace {

/// What `check` takes beside the shared options.
struct CheckOptions {
  std::string format = "text";
  std::string group;  ///< empty: not given
  bool diff = false, statistics = false, show_phi = false, redact = false;
};

/// Of more findings than that, a person is shown what they come to, unless --group says otherwise.
constexpr std::uint64_t max_listed = 20;

/// Whether findings are listed or put together.
struct Grouping {
  bool always = false;   ///< --group
  bool if_many = false;  ///< they are put together if they are more than max_listed
  GroupBy by = GroupBy::cause;
  [[nodiscard]] bool any() const { return always || if_many; }
};

Grouping grouping_for(CheckOptions const& wanted, Screen const& screen, bool verbose) {
  if (wanted.group.empty()) {
    return {.if_many = screen.format == Screen::Format::text && !wanted.statistics && !verbose};
  }
  if (wanted.diff || wanted.statistics)
    throw UsageError{"--group cannot be used with --diff or --statistics"};
  if (wanted.group == "none") return {};
  auto const by = group_named(wanted.group);
  if (!by) throw UsageError{"--group must be rule, payer, provider, claim or none, not " + wanted.group};
  return {.always = true, .by = *by};
}

std::string grouped(FindingGroups const& groups, GroupBy by, Screen const& screen) {
  if (screen.format == Screen::Format::jsonl) return groups_jsonl(groups, by, screen);
  if (screen.format == Screen::Format::csv) return groups_csv(groups, by, screen);
  return groups_table(groups, by, screen) + "\n";
}

Screen screen_for(CheckOptions const& wanted) {
  auto const& format = wanted.format;
  auto screen = standard_screen(wanted.show_phi || wanted.redact);
  if (format == "jsonl") {
    screen.format = Screen::Format::jsonl;
  } else if (format == "csv") {
    screen.format = Screen::Format::csv;
  } else if (format != "text") {
    throw UsageError{"--format must be text, jsonl or csv, not " + format};
  }
  if (wanted.diff) {
    if (wanted.statistics) throw UsageError{"--diff and --statistics cannot be used together"};
    if (format != "text") throw UsageError{"--diff cannot be used with --format"};
    screen.format = Screen::Format::diff;
  }
  return screen;
}

std::string statistics(RuleCounts const& counts, Screen::Format format) {
  if (format == Screen::Format::jsonl) return statistics_jsonl(counts);
  if (format == Screen::Format::csv) return statistics_csv(counts);
  return statistics_table(counts);
}

int run_check(std::span<std::string const> arguments) {
  CommonOptions common;
  CheckOptions wanted;
  options::options_description shown("");
  shown.add_options()("format", options::value(&wanted.format)->value_name("text|jsonl|csv"),
                      "how findings are printed")  //
      ("group", options::value(&wanted.group)->value_name("BY"),
       "a line per: rule, payer, provider, claim; none: list all")  //
      ("diff", options::bool_switch(&wanted.diff),
       "print what scrub would change, segment by segment")  //
      ("statistics", options::bool_switch(&wanted.statistics),
       "print counts by rule instead of findings")                                                 //
      ("show-phi", options::bool_switch(&wanted.show_phi), "print values unmasked on any output")  //
      ("redact", options::bool_switch(&wanted.redact), "check redacted copies; values are tokens");
  add_inputs(shown, common);
  add_common(shown, common);
  if (!parse(arguments, shown, "scrub837 check INPUT...   check claims and print findings; writes nothing",
             "scrub837 check inbox/batch1.837", common)) {
    return everything_went_out;
  }
  auto screen = screen_for(wanted);
  screen.offsets = common.verbose;
  auto const grouping = grouping_for(wanted, screen, common.verbose);
  auto settings = make_settings(common);
  if (wanted.statistics) settings.info = true;
  set_up_log(common);
  RunResult result;
  auto const inputs = inputs_of(common, InputKind::received, Outputs::shared,
                                [&](auto const& message) { result.fail(message); });
  auto const& files = inputs.files;
  result.note(inputs, common.expect_input);

  confine();
  Judge const judge(settings);
  ProgressBar bar(!common.quiet && common.jobs == 1);
  auto const print = [&](std::string_view text) {
    bar.clear();
    // No fault of the file that is being judged, which an EnvironmentError would be: the run ends.
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size())
      throw std::system_error(errno, std::generic_category(), "cannot print");
  };
  // What another program reads is findings alone; what a person reads is a line with --quiet.
  bool const for_person = screen.format == Screen::Format::text || screen.format == Screen::Format::diff;
  HelpOnce helps(screen, print);
  auto const print_report = [&](std::string_view text) {
    if (!for_person) return print(text);
    if (common.quiet) return;
    if (screen.format == Screen::Format::text) return helps.add(text);
    print(text);
  };
  if (screen.format == Screen::Format::csv && !wanted.statistics && !grouping.always)
    print(findings_csv_header());
  // With several jobs a file's findings wait for those of the files before it.
  struct Done {
    std::variant<Summary, EnvironmentError> outcome;
    std::unique_ptr<Sink> text;
    RuleCounts counts;
    InputGroups groups;
    std::string few;  ///< the findings themselves, as long as they are few
  };
  RuleCounts counts;
  FindingGroups groups;
  std::string few;
  RunRepeats run_repeats;
  auto const judged = [&](std::size_t i, RepeatMemory& repeats) -> Done {
    Done done{Summary{}, nullptr, {}, {}, {}};
    auto const progress = bar.for_file(files[i].shown);
    try {
      auto const copy = wanted.redact ? std::make_unique<RedactedInput>(files[i]) : nullptr;
      auto const input = copy && copy->readable() ? copy->as_input() : files[i];
      Sink pending([] { return open_private_temporary(); }, nullptr,
                   "a temporary file in " + temporary_folder());
      if (wanted.statistics) {
        CountingReport report(pending);
        done.outcome = check_file(input, judge, report, progress, common.block_size, &repeats);
        done.counts = report.counts();
        return done;
      }
      if (grouping.any()) {
        Sink entries([] { return open_private_temporary(); }, nullptr,
                     "a temporary file in " + temporary_folder());
        GroupingReport report(grouping.by, screen, files[i].shown, entries);
        // What is put together is known first.
        ScreenReport listed(screen, pending, [&](std::string_view text) {
          if (grouping.if_many && report.findings() <= max_listed) done.few.append(text);
        });
        Consumers both({&report, &listed});
        ScrubEvents& events = grouping.if_many ? static_cast<ScrubEvents&>(both) : report;
        done.outcome = check_file(input, judge, events, progress, common.block_size, &repeats);
        done.groups = report.take();
        return done;
      }
      auto printer = ScreenReport::Print(print_report);
      if (common.jobs > 1) {
        done.text = std::make_unique<Sink>([] { return open_private_temporary(); }, nullptr,
                                           "a temporary file in " + temporary_folder());
        printer = [sink = done.text.get()](std::string_view text) { sink->append(text); };
      }
      ScreenReport report(screen, pending, std::move(printer));
      done.outcome = check_file(input, judge, report, progress, common.block_size, &repeats);
    } catch (EnvironmentError const& error) {
      done.outcome = error;
    }
    return done;
  };
  auto const work = [&](std::size_t i) -> Done {
    InputRepeats repeats(run_repeats, i, files[i]);
    for (;;) {
      auto done = judged(i, repeats.memory());
      if (std::holds_alternative<EnvironmentError>(done.outcome) || repeats.settle()) return done;
    }
  };
  in_order<Done>(files.size(), common.jobs, work, [&](std::size_t i, Done&& done) {
    bar.clear();
    if (done.text) done.text->read_all(print_report);
    if (auto const* const error = std::get_if<EnvironmentError>(&done.outcome))
      return result.fail(error->what());
    result.add(files[i], std::get<Summary>(done.outcome));
    add(counts, done.counts);
    groups.add(std::move(done.groups));
    if (groups.findings() <= max_listed) {
      few += done.few;
    } else {
      few.clear();
    }
  });
  bar.clear();
  if (grouping.if_many && groups.findings() <= max_listed) {
    print_report(few);
  } else if (grouping.any() && !(for_person && common.quiet)) {
    print(grouped(groups, grouping.by, screen));
  }
  if (wanted.statistics) print(statistics(counts, screen.format));
  if (wanted.statistics && common.quiet) return result.exit_code();
  if (screen.format == Screen::Format::text && !wanted.statistics && !common.quiet)
    print(totals_table(result.totals(), result.by_payer()));
  if (for_person && !common.quiet) print(not_checked_text(settings, result.seen()));
  if (for_person) print(result.line("check") + "\n");
  return result.exit_code();
}

}  // namespace

constexpr Command check{"check", "check claims and print findings; writes nothing", run_check};

}  // namespace scrub837::cli
