#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "src/cli/inbox_pass.hpp"
#include "src/inbox/file_moves.hpp"
#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/publisher.hpp"
#include "src/ledger/file_record.hpp"
#include "src/report/worklist_csv.hpp"
#include "src/scrub/scrub_events.hpp"
#include "src/text/utf8.hpp"

// What earlier passes left: their outputs for all inputs, and what they had not done when they were cut off.

namespace scrub837::cli {

namespace fs = std::filesystem;

// run.worklist.csv and its like, in which a biller may have typed, stay: run.12.worklist.csv is that of
// run 12.
void InboxPass::set_aside_run_outputs() {
  auto const last = ledger_->last_run(inbox_command, inbox_name());
  if (last == 0) return;
  // It names its files as they were called then, and is of no use to a reader any more.
  remove_file(fs::path(wanted_->out) / (std::string(run_base) + std::string(Publisher::summary_suffix)));
  for (auto const suffix : {".worklist.csv", ".worklist.xlsx", ".report.html"}) {
    auto const from = fs::path(wanted_->out) / fmt::format("{}{}", run_base, suffix);
    if (is_regular_file(look_at(from)))
      rename_file(from, fs::path(wanted_->out) / fmt::format("{}.{}{}", run_base, last, suffix));
  }
}

// Of a file that was moved: with its marker, the next one of that name would be taken before it is whole.
void InboxPass::remove_lone_marker(fs::path const& name) {
  auto const& marker = wanted_->readiness.marker;
  if (marker.empty() || exists(look_at(name))) return;
  // A marker of the stem alone may be that of another file.
  remove_file(name.string() + marker);
}

// Files of the run that was cut off whose outputs are published, and which were not moved, or moved and not
// noted as such.
void InboxPass::settle_moves() {
  for (auto const& entry : ledger_->files_of(run_)) {
    if (entry.state != ledger::FileState::published) {
      remove_lone_marker(entry.name);
      continue;
    }
    auto const relative = fs::path(entry.name).lexically_relative(wanted_->inbox);
    auto const ready = std::ranges::find(ready_, fs::path(entry.name), &inbox::ReadyFile::path);
    bool const readable = entry.status != name_of(Status::unreadable);
    // What is no X12 sends nothing: it is looked at again, and gets its reason.
    if (!readable && ready != ready_.end()) {
      ledger_->forget(entry.id);
      continue;
    }
    bool const is_here = ready != ready_.end() && inbox::sha256_of_file(ready->path) == entry.sha256;
    fs::path moved;
    if (is_here) {
      moved = move(ready->path, relative, readable, entry.sha256, true);
      if (!ready->marker.empty()) remove_file(ready->marker);
      ready_.erase(ready);
    } else {
      moved = inbox::place_of({.folder = readable ? wanted_->archive : wanted_->quarantine,
                               .relative = relative,
                               .sha256 = entry.sha256,
                               .may_be_there = true});
      if (!exists(look_at(moved))) {
        spdlog::warn("{}: its outputs are published, and it is neither in the inbox nor in the archive",
                     displayed(entry.name));
        moved.clear();
      }
    }
    ledger_->set_state(entry.id, readable ? ledger::FileState::archived : ledger::FileState::quarantined,
                       moved.string());
  }
}

// What a file that is done says for the totals and reports of the run: it is read again, and nothing written.
void InboxPass::report_done(std::size_t number) {
  auto file = inputs_.files[number];
  auto const& entry = done_[number];
  // Another file took its place in the inbox before it was archived: its totals cannot be told any more.
  if (entry.moved_to.empty()) return result_.alarm();
  file.base = entry.summary.filename().string();
  file.base.resize(file.base.size() - Publisher::summary_suffix.size());
  try {
    InputRepeats repeats(repeats_, compared_++, file);
    auto report = outputs_->report_of_input();
    ledger::FileRecord known(*ledger_, {.run = run_,
                                        .sha256 = entry.sha256,
                                        .held_file = wanted_->force,
                                        .days = common_->sent_days,
                                        .before = entry.id});
    Consumers readers;
    Sink not_written(nullptr);
    WorklistCsv rows(not_written, file.shown, nullptr, *settings_, report.get());
    if (report) {
      readers.add(rows);
      readers.add(*report);
    }
    auto summary = check_file(file, judge_, readers, nullptr, common_->block_size, &repeats.memory(), &known);
    static_cast<void>(repeats.settle());
    summary.file = entry.name;
    summary.sha256 = entry.sha256;
    for (auto const& output : entry.outputs) {
      auto const blank = output.find(' ');
      summary.outputs.push_back({output.substr(blank + 1), 0, output.substr(0, blank)});
    }
    ++counts_.scrubbed;
    if (entry.state == ledger::FileState::quarantined) ++counts_.quarantined;
    result_.add(file, summary);
    outputs_->add(file, summary, std::move(report));
  } catch (EnvironmentError const& error) {
    result_.fail(error.what());
  }
}

}  // namespace scrub837::cli
