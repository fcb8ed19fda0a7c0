#include "src/cli/inbox_pass.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <ctime>
#include <utility>

#include "src/cli/clean_up.hpp"
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

constexpr std::string_view command_name = "inbox";
constexpr std::size_t digits_shown = 8;

// The file grows while it is read: it is left for the next pass.
struct StillWritten {};

// Keeps the record of a file of the inbox: nothing of it is published if it changed meanwhile.
class InboxRecord final : public SendingRecord {
 public:
  InboxRecord(ledger::FileRecord& record, inbox::ReadyFile const& file, std::string const& digest)
      : record_(&record), file_(&file), digest_(&digest) {}

  void begin(InterchangeStart const& start) override { record_->begin(start); }
  void begin(SetStart const& start) override { record_->begin(start); }
  void level(LevelStart const& start) override { record_->level(start); }
  void finding(FindingRecord const& record) override { record_->finding(record); }
  void held(HeldAbove const& held) override { record_->held(held); }
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override { record_->claim(unit, verdict); }
  void save(EnvelopeLevel level) override { record_->save(level); }
  void restore(EnvelopeLevel level) override { record_->restore(level); }
  void discard() override { record_->discard(); }
  [[nodiscard]] std::optional<EarlierSending> earlier(ClaimUnit const& unit,
                                                      ClaimVerdict const& verdict) override {
    return record_->earlier(unit, verdict);
  }
  void prepare(Summary const& summary, fs::path const& path) override {
    if (summary.sha256 != *digest_ || !inbox::is_unchanged(*file_)) throw StillWritten{};
    record_->prepare(summary, path);
  }
  [[nodiscard]] std::string published() override { return record_->published(); }

 private:
  ledger::FileRecord* record_;
  inbox::ReadyFile const* file_;
  std::string const* digest_;
};

// Why a file is no X12, as its findings say.
std::string why_unreadable(Summary const& summary) {
  std::string text;
  for (auto const& [id, times] : summary.outcome.totals.by_rule) {
    auto const* const rule = find_rule(id);
    if (rule != nullptr) text += fmt::format("{}: {} {}\n", id, rule->doc.what, rule->doc.fix);
  }
  return text;
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
  outputs_ =
      std::make_unique<RunOutputs>(inputs_, wanted_->out, *settings_,
                                   ReportsWanted{.page = common_->html, .workbook = common_->xlsx}, result_);
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
  if (auto const cut_off = ledger_->unfinished_run(command_name, inbox_name())) {
    run_ = *cut_off;
    settle_moves();
    done_ = ledger_->files_of(run_);
    spdlog::warn("run {} was cut off; this run completes it", run_);
  }
  if (run_ != 0 || ready_.empty()) return;
  set_aside_run_outputs();
  run_ = ledger_->begin_run(command_name, inbox_name());
}

// run.worklist.csv and its like, in which a biller may have typed, stay: run.12.worklist.csv is that of
// run 12.
void InboxPass::set_aside_run_outputs() {
  auto const last = ledger_->last_run(command_name, inbox_name());
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
  inputs_.several = inputs_.files.size() > 1;
  name_outputs(inputs_);
}

// What a file that is done says for the totals and reports of the run: it is read again, and nothing written.
void InboxPass::report_done(std::size_t number) {
  auto file = inputs_.files[number];
  auto const& entry = done_[number];
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
    ScrubEvents nobody;
    auto summary = check_file(file, judge_, report ? static_cast<ScrubEvents&>(*report) : nobody, nullptr,
                              common_->block_size, &repeats.memory(), &known);
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
  auto const moved = move(ready.path, ready.relative, readable, digest, false);
  // A move that failed in an earlier pass.
  if (known->state == ledger::FileState::published)
    ledger_->set_state(known->id, readable ? ledger::FileState::archived : ledger::FileState::quarantined,
                       moved.string());
  if (!ready.marker.empty()) remove_file(ready.marker);
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
  auto const moved = move(ready.path, ready.relative, readable, digest, false);
  ledger_->set_state(kept.id(), readable ? ledger::FileState::archived : ledger::FileState::quarantined,
                     moved.string());
  if (!ready.marker.empty()) remove_file(ready.marker);
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
