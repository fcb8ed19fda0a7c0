#include "src/scrub/scrub_file.hpp"

#include <chrono>
#include <cmath>
#include <ctime>
#include <future>

#include "src/io/file_operations.hpp"
#include "src/io/publisher.hpp"
#include "src/io/write_whole.hpp"
#include "src/report/attachments_csv.hpp"
#include "src/report/claims_csv.hpp"
#include "src/report/findings_csv.hpp"
#include "src/report/findings_jsonl.hpp"
#include "src/report/kept_findings.hpp"
#include "src/report/worklist_csv.hpp"
#include "src/report_model/input_report.hpp"
#include "src/scrub/file_run.hpp"
#include "src/text/utc_time.hpp"
#include "src/text/utf8.hpp"
#include "src/workbook/workbook.hpp"
#include "src/workbook/workbook_along.hpp"

namespace scrub837 {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::round(std::chrono::duration<double>(Clock::now() - start).count() * 1000) / 1000;
}

Outcome run(FileJob job, Input& input, Progress const& progress) {
  job.input = &input;
  if (progress) job.progress = [&](std::uint64_t done) { progress(done, input.size()); };
  return run_file(job);
}

// An output of this run: its name and where its bytes are kept until they are published.
struct Output {
  Output(std::string suffix_, Publisher& publisher, WorkQueue& queue)
      : suffix(std::move(suffix_)),
        sink([this, &publisher] { return publisher.open_temporary(suffix); }, &queue,
             publisher.path_of(suffix).string()) {}
  Output(Output const&) = delete;
  Output& operator=(Output const&) = delete;

  std::string suffix;
  Sink sink;
};

// Takes back what became of rows and documents if nothing is published: results, and the releases that
// auditors read, must not tell of claims that never went out.
class Told {
 public:
  explicit Told(SupplySource* supplies) : supplies_(supplies) {
    if (supplies_ != nullptr) before_ = supplies_->savepoint();
  }
  ~Told() {
    if (supplies_ != nullptr) supplies_->restore(before_);
  }
  Told(Told const&) = delete;
  Told& operator=(Told const&) = delete;
  void is_true() {
    if (supplies_ != nullptr) supplies_->commit();
    supplies_ = nullptr;
  }

 private:
  SupplySource* supplies_;
  SupplySource::Savepoint before_{};
};

WrittenFile finish(Output& output, Publisher const& publisher) {
  WrittenFile written{publisher.name_of(output.suffix), output.sink.size(), output.sink.sha256()};
  output.sink.flush();
  return written;
}

std::string workbook_of_input(WorkbookAlong& along, Summary const& summary, Sink& worklist, Sink& findings,
                              std::filesystem::path const& folder) {
  auto const run = run_of_one(summary);
  if (auto made = along.finish(run)) return std::move(*made);
  WorkbookBuilder builder(folder);
  worklist.read_all([&](std::string_view bytes) { builder.worklist().append(bytes); });
  findings.read_all([&](std::string_view bytes) { builder.findings().append(bytes); });
  return builder.finish(run);
}

// Whether an earlier run wrote this file's outputs under its other name. \param out the folder of outputs
bool was_written_for(InputFile const& file, std::filesystem::path const& out) {
  if (file.other_base.empty()) return false;
  auto const path = out / file.folder / (file.other_base + std::string(Publisher::summary_suffix));
  if (!is_regular_file(look_at(path))) return false;
  auto const named = std::filesystem::path(file_in_summary(read_whole(path))).filename();
  return named == escaped_utf8(file.path.filename().string());
}

// Nothing if the input has to be read again for what inputs before it have; then nothing was published.
std::optional<Summary> try_scrub(InputFile const& file, std::filesystem::path const& out, Judge const& judge,
                                 Progress const& progress, std::size_t block_size,
                                 Additions const& additions);

}  // namespace

std::vector<std::string> output_suffixes() {
  return {".clean.837",  ".held.837",     ".findings.jsonl",  ".findings.csv",
          ".claims.csv", ".worklist.csv", ".attachments.csv", std::string(workbook_suffix)};
}

Summary scrub_file(InputFile const& file, std::filesystem::path const& out, Judge const& judge,
                   Progress const& progress, std::size_t block_size, Additions const& additions) {
  for (;;) {
    if (auto summary = try_scrub(file, out, judge, progress, block_size, additions)) return *summary;
  }
}

namespace {

std::optional<Summary> try_scrub(InputFile const& file, std::filesystem::path const& out, Judge const& judge,
                                 Progress const& progress, std::size_t block_size,
                                 Additions const& additions) {
  auto const start = Clock::now();
  auto const started = utc_time(std::time(nullptr));
  auto input = Input::open(file.path);
  Publisher publisher(out / file.folder, file.base);
  if (was_written_for(file, out)) publisher.replaces(file.other_base);
  Told told(additions.supplies);
  auto const suffixes = output_suffixes();
  WorkQueue queue;
  WorkbookAlong along(out / file.folder);
  Output clean(suffixes[0], publisher, queue);
  Output held(suffixes[1], publisher, queue);
  Output jsonl(suffixes[2], publisher, queue);
  Output csv(suffixes[3], publisher, queue);
  Output claims(suffixes[4], publisher, queue);
  Output worklist(suffixes[5], publisher, queue);
  Output attachments(suffixes[6], publisher, queue);
  Output workbook(suffixes[7], publisher, queue);
  if (additions.workbook) {
    worklist.sink.read_along(along.worklist());
    csv.sink.read_along(along.findings());
  }
  // A further consumer is one line here.
  FindingsJsonl findings_jsonl(jsonl.sink);
  FindingsCsv findings_csv(csv.sink);
  ClaimsCsv claims_csv(claims.sink, file.shown, judge.settings().all_claims);
  WorklistCsv worklist_csv(worklist.sink, file.shown, additions.supplies, judge.settings(), additions.report);
  AttachmentsCsv attachments_csv(attachments.sink, additions.supplies, additions.numbers);
  Consumers consumers({&findings_jsonl, &findings_csv, &claims_csv, &worklist_csv, &attachments_csv});
  if (additions.report != nullptr) {
    additions.report->reset();
    consumers.add(*additions.report);
  }
  if (additions.record != nullptr) consumers.add(*additions.record);

  Summary summary;
  summary.file = file.shown;
  summary.started = started;
  FileJob job;
  job.queue = &queue;
  job.file = file.shown;
  job.judge = &judge;
  job.clean = &clean.sink;
  job.held = &held.sink;
  job.events = &consumers;
  job.block_size = block_size;
  job.record = additions.record;
  job.supplies = additions.supplies;
  job.numbers = additions.numbers;
  if (additions.repeats != nullptr) job.repeats = &additions.repeats->memory();
  summary.outcome = run(std::move(job), input, progress);
  if (additions.repeats != nullptr && !additions.repeats->settle()) return std::nullopt;
  summary.facts = judge.settings().facts(summary.outcome.seen);
  summary.sha256 = input.sha256();
  summary.bytes_in = input.bytes_taken();

  bool const has_workbook = additions.workbook && worklist_csv.any();
  std::vector<std::string> written;
  std::vector<std::string> absent;
  auto const keep = [&](Output& output, bool present) {
    if (!present) return absent.push_back(output.suffix);
    written.push_back(output.suffix);
    summary.outputs.push_back(finish(output, publisher));
  };
  keep(clean, clean.sink.size() > 0);
  keep(held, held.sink.size() > 0);
  keep(jsonl, true);
  keep(csv, true);
  keep(claims, claims_csv.any());
  keep(worklist, worklist_csv.any());
  summary.rows_to_fill = worklist_csv.to_fill();
  keep(attachments, attachments_csv.any());
  std::future<void> judged;
  if (additions.when_judged)
    judged = std::async(std::launch::async, [&additions, summary] { additions.when_judged(summary); });
  if (has_workbook) {
    // It is made while the disk is busy with the others.
    auto synced = std::async(std::launch::async, [&] { publisher.sync(written); });
    workbook.sink.append(workbook_of_input(along, summary, worklist.sink, csv.sink, out / file.folder));
    synced.get();
  }
  keep(workbook, has_workbook);
  if (judged.valid()) judged.get();
  summary.seconds = seconds_since(start);
  if (additions.record != nullptr)
    additions.record->prepare(summary, publisher.path_of(Publisher::summary_suffix));
  try {
    summary.problem = publisher.publish(written, absent, to_json(summary));
  } catch (...) {
    if (additions.record != nullptr && !additions.record->withdraw()) publisher.leave_temporaries();
    throw;
  }
  told.is_true();
  if (additions.record != nullptr) {
    if (auto problem = additions.record->published(); !problem.empty()) summary.problem = std::move(problem);
  }
  return summary;
}

}  // namespace

Summary check_file(InputFile const& file, Judge const& judge, ScrubEvents& events, Progress const& progress,
                   std::size_t block_size, RepeatMemory* repeats, SendingRecord* record) {
  auto const start = Clock::now();
  auto input = Input::open(file.path);
  input.skip_digest();
  Sink clean(nullptr);
  Sink held(nullptr);
  Summary summary;
  summary.file = file.shown;
  FileJob job;
  job.file = file.shown;
  job.judge = &judge;
  job.clean = &clean;
  job.held = &held;
  job.events = &events;
  job.block_size = block_size;
  job.repeats = repeats;
  job.record = record;
  summary.outcome = run(std::move(job), input, progress);
  events.commit();
  summary.bytes_in = input.bytes_taken();
  summary.seconds = seconds_since(start);
  return summary;
}

Summary scrub_file(InputFile const& file, std::filesystem::path const& out, Settings const& settings,
                   Progress const& progress) {
  return scrub_file(file, out, Judge(settings), progress);
}

Summary check_file(InputFile const& file, Settings const& settings, OnFinding const& on_finding,
                   Progress const& progress) {
  KeptFindings findings(on_finding);
  return check_file(file, Judge(settings), findings, progress);
}

}  // namespace scrub837
