#include "src/cli/inbox_pass.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <ctime>
#include <set>
#include <utility>

#include "src/cli/clean_up.hpp"
#include "src/cli/inbox_record.hpp"
#include "src/cli/stop_signal.hpp"
#include "src/inbox/file_moves.hpp"
#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/publisher.hpp"
#include "src/io/sha256.hpp"
#include "src/io/write_whole.hpp"
#include "src/ledger/file_record.hpp"
#include "src/ledger/history.hpp"
#include "src/rules/notices.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t digits_shown = 8;

// Why a file is no X12, as its findings say.
std::string why_unreadable(Summary const& summary) {
  std::string text;
  for (auto const& [id, times] : summary.outcome.totals.by_rule) {
    auto const* const rule = find_rule(id);
    if (rule != nullptr) text += fmt::format("{}: {} {}\n", id, rule->doc.what, rule->doc.fix);
  }
  return text;
}

// A name leaves room for what outputs and their temporaries add to it.
std::string short_enough(std::string const& base) {
  constexpr std::size_t longest = 180, kept = 120;
  if (base.size() <= longest) return base;
  auto end = kept;
  while (end > 0 && (static_cast<unsigned char>(base[end]) & 0xC0U) == 0x80U) --end;
  return base.substr(0, end) + "." + sha256(base).substr(0, digits_shown);
}

}  // namespace

InboxPass::InboxPass(InboxOptions const& wanted, CommonOptions const& common, Settings const& settings,
                     ledger::Ledger& ledger)
    : wanted_(&wanted), common_(&common), settings_(&settings), ledger_(&ledger), judge_(settings) {}

std::string InboxPass::inbox_name() const { return fs::absolute(wanted_->inbox).lexically_normal().string(); }

fs::path InboxPass::worklist() const { return outputs_ ? outputs_->worklist() : fs::path{}; }

void InboxPass::run() {
  look();
  if (run_ == 0) return;
  clean_up_after_killed_runs(wanted_->out, result_);
  name_inputs();
  outputs_ = std::make_unique<RunOutputs>(
      inputs_, wanted_->out, *settings_,
      ReportsWanted{.page = common_->html, .workbook = common_->xlsx, .of_what_is_done = true}, result_);
  for (std::size_t i = 0; i < done_.size(); ++i) report_done(i);
  for (std::size_t i = done_.size(); i < inputs_.files.size() && !stopped_; ++i) take(i);
  if (!stopped_) outputs_->publish(result_);
}

void InboxPass::look() {
  auto contents = inbox::look_into(wanted_->inbox, wanted_->readiness, std::time(nullptr));
  counts_.left = contents.young + contents.without_marker;
  counts_.refused = contents.refused.size();
  for (auto const& path : contents.refused)
    spdlog::warn("{}: not taken, it is a link or no file", displayed(path));
  for (auto const& problem : contents.unread) result_.fail(problem);
  ready_ = std::move(contents.ready);
  if (auto const cut_off = ledger_->unfinished_run(inbox_command, inbox_name())) {
    run_ = *cut_off;
    settle_moves();
    done_ = ledger_->files_of(run_);
    spdlog::warn("run {} was cut off; this run completes it", run_);
  }
  if (run_ != 0 || ready_.empty()) return;
  set_aside_run_outputs();
  run_ = ledger_->begin_run(inbox_command, inbox_name());
}

// Names depend on all files of the run, be they done before it was cut off or not.
void InboxPass::name_inputs() {
  auto const add = [&](fs::path const& relative, std::string shown, fs::path path) {
    inputs_.files.push_back({std::move(path),
                             std::move(shown),
                             relative.parent_path(),
                             output_stem(relative.filename().string()),
                             true,
                             {}});
  };
  for (auto const& entry : done_)
    add(fs::path(entry.name).lexically_relative(wanted_->inbox), entry.name, entry.moved_to);
  for (auto const& ready : ready_) add(ready.relative, ready.path.string(), ready.path);
  inputs_.several = true;
  // Of another file that came meanwhile under the same name, what is done keeps its outputs, and the new one
  // gets others: they do not share a stem.
  std::set<std::string> ready_names;
  for (auto const& ready : ready_) ready_names.insert(ready.path.string());
  InputList named;
  named.several = true;
  for (auto const& file : inputs_.files) {
    if (file.path != file.shown && ready_names.contains(file.shown)) continue;
    named.files.push_back(file);
  }
  name_outputs(named);
  for (auto& file : named.files) file.base = short_enough(file.base);
  auto next = named.files.begin();
  for (auto& file : inputs_.files) {
    if (next == named.files.end() || next->shown != file.shown || next->path != file.path) continue;
    file.base = (next++)->base;
    // What an earlier night wrote of another file of this name may not have been sent yet: it stays.
    file.other_base.clear();
  }
}

void InboxPass::take(std::size_t number) {
  auto const& ready = ready_[number - done_.size()];
  auto& file = inputs_.files[number];
  if (stop_is_asked()) {
    stopped_ = true;
    return;
  }
  try {
    auto const digest = inbox::sha256_of_file(ready.path);
    if (!is_known(ready, file, digest)) scrub(ready, file, digest);
  } catch (StillWritten const&) {
    ++counts_.left;
    spdlog::info("{}: left for the next pass, it is still being written", displayed(file.shown));
  } catch (StopAsked const&) {
    stopped_ = true;
  } catch (EnvironmentError const& error) {
    // It stays in the inbox, and the next pass tries again.
    result_.fail(error.what());
  }
}

// Of a file that came again: what is held of it, and how that goes out.
std::string InboxPass::what_became_of(ledger::FileEntry const& known) {
  if (known.status == name_of(Status::unreadable)) return {};
  auto const totals = ledger::totals_of(*ledger_, known.id);
  auto const held = totals.at(static_cast<std::size_t>(Disposition::held)).claims;
  counts_.known_held += held;
  std::uint64_t all = 0;
  for (auto const& total : totals) all += total.claims;
  if (held == 0) return fmt::format("; {} claims, all went out then", all);
  auto base = known.summary.string();
  base.resize(base.size() - std::min(base.size(), Publisher::summary_suffix.size()));
  return fmt::format("; {} claims, {} of them held then: fill in {}.worklist.csv and rerun {}.held.837", all,
                     held, base, base);
}

// The same content is not scrubbed twice: its claims went out, or are held.
bool InboxPass::is_known(inbox::ReadyFile const& ready, InputFile const& file, std::string const& digest) {
  auto const known = ledger_->file_with(digest);
  if (!known || wanted_->force) return false;
  if (!inbox::is_unchanged(ready)) throw StillWritten{};
  bool const readable = known->status != name_of(Status::unreadable);
  if (readable) {
    ++counts_.known;
  } else {
    write_reason(ready.relative, digest,
                 fmt::format("The same content came before, in run {}: {}.\n", known->run, known->name));
    ++counts_.quarantined;
    result_.alarm();
  }
  auto const moved = archive(ready, readable, digest);
  // A move that failed in an earlier pass.
  if (known->state == ledger::FileState::published)
    ledger_->set_state(known->id, readable ? ledger::FileState::archived : ledger::FileState::quarantined,
                       moved.string());
  if (!moved.empty() && !ready.marker.empty()) remove_file(ready.marker);
  auto note = fmt::format("{}: not scrubbed again; run {} scrubbed the same content ({}) at {}{}", file.shown,
                          known->run, known->name, known->at, what_became_of(*known));
  spdlog::warn("{}", displayed(note));
  notes_.push_back(std::move(note));
  return true;
}

void InboxPass::scrub(inbox::ReadyFile const& ready, InputFile& file, std::string const& digest) {
  use_free_names(file, digest);
  InputRepeats repeats(repeats_, compared_++, file);
  auto report = outputs_->report_of_input();
  // With --force the file may have been sent: its claims do not go out twice.
  ledger::FileRecord kept(
      *ledger_, {.run = run_, .sha256 = digest, .held_file = wanted_->force, .days = common_->sent_days});
  InboxRecord record(kept, ready, digest);
  auto const progress = [](std::uint64_t, std::uint64_t) {
    if (stop_is_asked()) throw StopAsked{};
  };
  auto const summary = scrub_file(file, wanted_->out, judge_, progress, common_->block_size,
                                  {nullptr, {}, &repeats, report.get(), common_->xlsx, &record});
  ++counts_.scrubbed;
  result_.add(file, summary);
  if (!summary.problem.empty()) result_.fail(summary.problem);
  spdlog::info("{}: {}, {} claims, {} held", displayed(file.shown), name_of(summary.outcome.status),
               summary.outcome.totals.in.claims, summary.outcome.totals.of(Disposition::held).claims);
  outputs_->add(file, summary, std::move(report));
  bool const readable = summary.outcome.status != Status::unreadable;
  if (!readable) {
    ++counts_.quarantined;
    write_reason(ready.relative, digest, why_unreadable(summary));
  }
  if (!inbox::is_unchanged(ready)) {
    // What was scrubbed is gone; another file has its name, and its turn comes.
    ledger_->set_state(kept.id(), readable ? ledger::FileState::archived : ledger::FileState::quarantined);
    throw StillWritten{};
  }
  auto const moved = archive(ready, readable, digest);
  ledger_->set_state(kept.id(), readable ? ledger::FileState::archived : ledger::FileState::quarantined,
                     moved.string());
  if (!moved.empty() && !ready.marker.empty()) remove_file(ready.marker);
}

// A reader takes summary.json first, and may not have come to the others yet.
bool InboxPass::has_outputs_of_another(fs::path const& summary, std::string const& digest) {
  auto const known = ledger_->file_of_summary(fs::absolute(summary).lexically_normal());
  if (!known || known->sha256 == digest) return false;
  return std::ranges::any_of(known->outputs, [&](std::string const& output) {
    return exists(look_at(summary.parent_path() / output.substr(output.find(' ') + 1)));
  });
}

// Each night may bring a file of the same name: what an earlier one left may not have been fetched yet, and
// stays.
void InboxPass::use_free_names(InputFile& file, std::string const& digest) {
  auto const summary =
      fs::path(wanted_->out) / file.folder / (file.base + std::string(Publisher::summary_suffix));
  // A pass has outputs of this name of its own.
  if (file.base == run_base || file.base.starts_with(std::string(run_base) + ".")) {
    file.base += "." + digest.substr(0, digits_shown);
    return;
  }
  if (!exists(look_at(summary))) {
    if (has_outputs_of_another(summary, digest)) file.base += "." + digest.substr(0, digits_shown);
    return;
  }
  bool const same = files_in_summary(read_whole(summary)).sha256 == digest;
  if (same && !wanted_->force) return;
  file.base += same ? fmt::format(".run{}", run_) : "." + digest.substr(0, digits_shown);
}

// Moves what was scrubbed. What its sender wrote at the last moment instead, or besides, goes back.
// \return where it is; empty if it went back
fs::path InboxPass::archive(inbox::ReadyFile const& ready, bool readable, std::string const& digest) {
  auto moved = move(ready.path, ready.relative, readable, digest, false);
  auto const same = inbox::is_unchanged({.path = moved, .relative = {}, .status = ready.status}) ||
                    inbox::sha256_of_file(moved) == digest;
  if (same) return moved;
  auto back = ready.path;
  if (exists(look_at(back))) back.replace_filename(inbox::with_part(back.filename().string(), "changed"));
  rename_file(moved, back);
  spdlog::warn("{}: it changed when it was moved to the archive, and is back in the inbox",
               displayed(back.string()));
  ++counts_.left;
  return {};
}

fs::path InboxPass::move(fs::path const& from, fs::path const& relative, bool readable,
                         std::string const& digest, bool may_be_there) {
  return inbox::move_to(from, {.folder = readable ? wanted_->archive : wanted_->quarantine,
                               .relative = relative,
                               .sha256 = digest,
                               .may_be_there = may_be_there});
}

// Before the file is moved there: whoever finds one finds the other, too.
void InboxPass::write_reason(fs::path const& relative, std::string const& digest,
                             std::string const& why) const {
  auto const place = inbox::place_of({.folder = wanted_->quarantine, .relative = relative, .sha256 = digest});
  auto const text =
      fmt::format("{} cannot be read as X12 and was not scrubbed.\n\n{}", relative.filename().string(), why);
  auto reason = place.string() + ".reason.txt";
  // An input may be called so, too.
  if (exists(look_at(reason)) && inbox::sha256_of_file(reason) != sha256(text))
    reason = fmt::format("{}.{}.reason.txt", place.string(), digest.substr(0, digits_shown));
  write_whole(reason, text);
}

}  // namespace scrub837::cli
