#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <iterator>
#include <set>
#include <thread>

#include "src/cli/clean_up.hpp"
#include "src/cli/command.hpp"
#include "src/cli/confine.hpp"
#include "src/cli/inbox_pass.hpp"
#include "src/cli/metrics.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/cli/stop_signal.hpp"
#include "src/inbox/arrival.hpp"
#include "src/inbox/inbox_lock.hpp"
#include "src/inbox/retention.hpp"
#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/ledger/ledger.hpp"
#include "src/text/utc_time.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::time_t too_long = 60L * 60;  // for a run that has the lock

void require_folder(std::string const& path, std::string_view option) {
  if (path.empty()) throw UsageError{fmt::format("--{} DIR is missing", option)};
}

void check_folders(InboxOptions const& wanted, std::string const& ledger) {
  require_folder(wanted.inbox, "inbox");
  require_folder(wanted.out, "out");
  require_folder(wanted.archive, "archive");
  require_folder(wanted.quarantine, "quarantine");
  // A share that is not mounted is no wrong usage.
  if (!is_directory(look_at(wanted.inbox)))
    throw EnvironmentError("there is no folder " + wanted.inbox + ", the inbox; make it, or mount it");
  if (auto const problem = rivalry_of(wanted, ledger); !problem.empty()) throw UsageError{problem};
}

enum class Turn : std::uint8_t { ours, of_another, stuck, stopped };

// Waits for its turn, if it shall.
Turn wait_for_turn(inbox::InboxLock& lock, bool wait) {
  constexpr auto pause = std::chrono::milliseconds(200);
  for (;;) {
    if (lock.try_to_take()) return Turn::ours;
    auto const since = inbox::seconds_of(lock.held_since());
    if (since && std::time(nullptr) - *since > too_long) return Turn::stuck;
    if (!wait) return Turn::of_another;
    if (stop_is_asked()) return Turn::stopped;
    std::this_thread::sleep_for(pause);
  }
}

std::string line_of(InboxPass& pass) {
  auto const& counts = pass.counts();
  auto line = pass.result().line("inbox");
  auto const add = [&](std::uint64_t count, std::string_view what) {
    if (count > 0) line += fmt::format("; {} {}", count, what);
  };
  add(counts.quarantined, "in quarantine");
  add(counts.known, "scrubbed before, not sent again");
  if (counts.known_held > 0) line += fmt::format(" ({} of their claims held then)", counts.known_held);
  add(counts.left, "left for the next pass");
  add(counts.refused, "refused (a link, or no file)");
  if (pass.stopped()) line += "; STOPPED before the last file";
  return line;
}

// Whether files should have come by now, and did not.
bool is_overdue(InboxOptions const& wanted, InboxPass const& pass, ledger::Ledger& ledger) {
  if (wanted.expect_by.empty()) return false;
  return inbox::is_overdue(*inbox::hour_of(wanted.expect_by), std::time(nullptr),
                           inbox::seconds_of(ledger.last_arrival(inbox_command, pass.inbox_name())));
}

bool keeps_for_ever(Retention const& retention) {
  return retention.archive_days == 0 && retention.outputs_days == 0 && retention.ledger_days == 0;
}

// With a clock that is behind, what was sent would not be found again. Was it ahead before, it is right now:
// after a day of refusals, passes go on.
void check_clock(ledger::Ledger& ledger) {
  constexpr std::time_t tolerance = 24L * 60 * 60;
  auto const used = ledger.last_used();
  auto const last = inbox::seconds_of(used);
  auto const now = std::time(nullptr);
  if (!last || *last <= now + tolerance) return;
  auto const since = inbox::seconds_of(ledger.clock_behind_since(utc_time(now)));
  if (since && now - *since > tolerance) return;
  throw EnvironmentError(
      "the clock says " + utc_time(now) + ", and the ledger was used at " + used +
      ": set the clock; let NTP keep it. If it was wrong then and is right now, passes go on "
      "after a day");
}

// A clock that jumps ahead makes everything old. After a gap, removal waits until somebody could look.
// \return whether it waits
bool lets_removal_wait(ledger::Ledger& ledger, std::string const& last_used, RunResult& result) {
  constexpr std::time_t day = 24L * 60 * 60, long_gap = 60 * day, wait = 7 * day;
  auto const now = std::time(nullptr);
  auto const last = inbox::seconds_of(last_used);
  if (last && now - *last > long_gap) {
    auto const until = utc_time(now + wait);
    ledger.let_removal_wait(until);
    result.alarm();
    spdlog::error(
        "the clock says {}, and the ledger was used last at {}: is the clock right? Nothing is removed "
        "for its age before {}",
        utc_time(now), last_used, until);
  }
  auto const until = inbox::seconds_of(ledger.removal_waits_until());
  return until && now < *until && *until - now <= wait;
}

// What is older than it is to be kept goes; each removal is logged.
void prune_old(Retention const& retention, fs::path const& out, ledger::Ledger& ledger, RunResult& result) {
  try {
    auto const hold =
        retention.legal_hold.empty() ? inbox::LegalHold{} : inbox::LegalHold(retention.legal_hold);
    auto const now = std::time(nullptr);
    auto pruned = inbox::prune(ledger, retention, hold, now);
    // They may be of files that are on legal hold.
    if (retention.legal_hold.empty())
      std::ranges::move(inbox::prune_run_outputs(out, retention.outputs_days, now),
                        std::back_inserter(pruned.files));
    for (auto const& file : pruned.files) spdlog::warn("retention: removed {}", displayed(file));
    for (auto const& entry : pruned.unmatched_holds)
      spdlog::error("{}: the ledger knows no file {}; nothing is removed until that is corrected",
                    displayed(retention.legal_hold), displayed(entry));
    if (pruned.rows > 0) spdlog::warn("retention: removed {} files from the ledger", pruned.rows);
  } catch (EnvironmentError const& error) {
    result.fail(error.what());
  }
}

void write_pass_metrics(InboxOptions const& wanted, InboxPass& pass, bool overdue, double seconds) {
  if (wanted.metrics.empty()) return;
  try {
    write_metrics(wanted.metrics, metrics_text({.counts = pass.counts(),
                                                .totals = pass.result().totals(),
                                                .exit_code = pass.result().exit_code(),
                                                .overdue = overdue,
                                                .ended = std::time(nullptr),
                                                .seconds = seconds}));
  } catch (EnvironmentError const& error) {
    pass.result().fail(error.what());
  }
}

// Where a pass writes, and where files lie that are to be pruned: the folders of the configuration may have
// been others then.
std::vector<fs::path> written_folders(InboxOptions const& wanted, Retention const& retention,
                                      ledger::Ledger& ledger) {
  std::vector<fs::path> folders{wanted.inbox, wanted.out, wanted.archive, wanted.quarantine};
  if (!wanted.metrics.empty()) folders.push_back(folder_of_output(wanted.metrics));
  if (!keeps_for_ever(retention)) {
    std::set<fs::path> old;
    for (auto const& file : ledger.all_files()) {
      old.insert(file.summary.parent_path());
      old.insert(fs::path(file.moved_to).parent_path());
    }
    std::ranges::copy_if(old, std::back_inserter(folders),
                         [](auto const& folder) { return exists(look_at(folder)); });
  }
  return folders;
}

// Of a pass that could not begin.
void write_failure(InboxOptions const& wanted) {
  if (wanted.metrics.empty()) return;
  try {
    write_metrics(
        wanted.metrics,
        metrics_text({.counts = {}, .totals = {}, .exit_code = environment, .ended = std::time(nullptr)}));
  } catch (EnvironmentError const& error) {
    spdlog::error("{}", displayed(error.what()));
  }
}

bool has_entries(fs::path const& folder) {
  std::vector<FolderEntry> entries;
  return file_system().list(folder, entries) && !entries.empty();
}

int do_pass(InboxOptions const& wanted, CommonOptions const& common, Settings const& settings) {
  check_folders(wanted, common.ledger);
  inbox::InboxLock lock(fs::path(wanted.inbox) / ".scrub837.lock");
  switch (wait_for_turn(lock, wanted.wait)) {
    case Turn::ours:
      break;
    case Turn::of_another:
      if (!common.quiet)
        say("scrub837 inbox: another run is at work since {}; nothing done\n", lock.held_since());
      return everything_went_out;
    case Turn::stopped:
      return everything_went_out;
    case Turn::stuck:
      complain(
          "scrub837: another run{} has the inbox since {}, more than an hour; it may be stuck. Look at it, "
          "and end it\n",
          lock.holder().empty() ? "" : " (process " + lock.holder() + ")", lock.held_since());
      write_failure(wanted);
      return environment;
  }
  if (!lock.cut_off().empty()) spdlog::warn("the run since {} was cut off", lock.cut_off());
  bool const is_new = !exists(look_at(common.ledger));
  ledger::Ledger ledger(common.ledger);
  bool const lost = is_new && has_entries(wanted.archive);
  if (lost) {
    spdlog::error(
        "{} is a new ledger, and files are in the archive: it knows no claim that was sent. Is its path "
        "right?",
        displayed(common.ledger));
  }
  auto const folders = written_folders(wanted, common.from_file.retention, ledger);
  confine(common, folders);
  confine_further(common, folders);
  check_clock(ledger);
  auto const last_used = ledger.last_used();
  bool const all_there = settle_killed_runs(ledger);
  auto const start = std::chrono::steady_clock::now();
  InboxPass pass(wanted, common, settings, ledger);
  if (!all_there || lost) pass.result().alarm();
  pass.run();
  auto const& retention = common.from_file.retention;
  if (!pass.stopped() && !keeps_for_ever(retention) && !lets_removal_wait(ledger, last_used, pass.result()))
    prune_old(retention, wanted.out, ledger, pass.result());
  bool const overdue = is_overdue(wanted, pass, ledger);
  if (overdue) {
    pass.result().alarm();
    spdlog::error("no file came by {}", wanted.expect_by);
  }
  auto const line = line_of(pass) + (overdue ? "; NOTHING CAME by " + wanted.expect_by : "");
  if (!pass.stopped()) ledger.note_pass();
  if (pass.number() != 0 && !pass.stopped()) ledger.end_run(pass.number(), pass.result().exit_code(), line);
  std::chrono::duration<double> const seconds = std::chrono::steady_clock::now() - start;
  write_pass_metrics(wanted, pass, overdue, seconds.count());
  auto const code = pass.result().exit_code();
  spdlog::info("{}", displayed(line));
  for (auto const& note : pass.notes()) {
    if (!common.quiet) say("{}\n", displayed(note));
  }
  if (!common.quiet || code != everything_went_out || pass.counts().known > 0 || pass.stopped())
    say("{}\n", line);
  return code;
}

int run_inbox(std::span<std::string const> arguments) {
  heed_stop_signals();
  CommonOptions common;
  common.is_inbox = true;
  common.takes_inputs = false;
  InboxOptions wanted;
  options::options_description shown("");
  add_folders(shown, wanted);
  shown.add_options()("min-age", options::value(&wanted.readiness.min_age)->value_name("SECONDS"),
                      "leave younger files for the next pass (default 60)")  //
      ("done-marker", options::value(&wanted.readiness.marker)->value_name("SUFFIX"),
       "take only files beside which a marker stands: .done")                               //
      ("wait", options::bool_switch(&wanted.wait), "wait for another run that is at work")  //
      ("force", options::bool_switch(&wanted.force), "scrub content again that was scrubbed before");
  shown.add_options()("expect-by", options::value(&wanted.expect_by)->value_name("HH:MM"),
                      "exit code 3 if no file came by this hour")  //
      ("metrics", options::value(&wanted.metrics)->value_name("FILE"),
       "file for Prometheus (textfile collector)");
  add_ledger(shown, common);
  add_general(shown, common);
  if (!parse(arguments, shown,
             "scrub837 inbox --config FILE   scrub what has arrived, once\n"
             "Takes the options of scrub, too; the table [inbox] of FILE names the folders.",
             "scrub837 inbox --config /etc/scrub837/scrub837.toml", common)) {
    return everything_went_out;
  }
  if (!common.inputs.empty())
    throw UsageError{"inbox takes no files by name; --inbox DIR says where they arrive"};
  if (common.ledger.empty()) throw UsageError{"--ledger FILE is missing"};
  if (!wanted.expect_by.empty() && !inbox::hour_of(wanted.expect_by))
    throw UsageError{"--expect-by must be a time of day such as 06:00, not " + wanted.expect_by};
  auto const settings = make_settings(common);
  set_up_log(common);

  try {
    return do_pass(wanted, common, settings);
  } catch (EnvironmentError const&) {
    // Whoever watches the metrics shall see that it failed; the caller says why.
    write_failure(wanted);
    throw;
  }
}

}  // namespace

constexpr Command inbox_run{"inbox", "scrub what has arrived in a folder, once", run_inbox, true};

}  // namespace scrub837::cli
