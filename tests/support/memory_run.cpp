#include "tests/support/memory_run.hpp"

#include "scrub837/settings.hpp"
#include "src/io/file_descriptor.hpp"
#include "src/report/attachments_csv.hpp"
#include "src/report/claims_csv.hpp"
#include "src/report/findings_csv.hpp"
#include "src/report/findings_jsonl.hpp"
#include "src/report/worklist_csv.hpp"

namespace scrub837::test {
namespace {

// Larger than what stays in memory, an output goes to a file without a name.
FileDescriptor open_overflow() { return open_private_temporary(); }

}  // namespace

std::string content_of(Sink& sink) {
  std::string text;
  sink.read_all([&](std::string_view bytes) { text.append(bytes); });
  return text;
}

MemoryRun run_in_memory(std::string const& bytes, Judge const& judge, ScrubEvents& events,
                        MemoryJob const& job) {
  auto const open = job.writes ? Sink::Open(open_overflow) : nullptr;
  Sink clean(open);
  Sink held(open);
  auto input = Input::from_bytes(bytes);
  input.skip_digest();
  FileJob file_job;
  file_job.input = &input;
  file_job.file = job.file;
  file_job.judge = &judge;
  file_job.clean = &clean;
  file_job.held = &held;
  file_job.events = &events;
  file_job.block_size = job.block_size;
  file_job.supplies = job.supplies;
  file_job.numbers = job.numbers;
  file_job.record = job.record;
  MemoryRun run;
  run.outcome = run_file(file_job);
  if (job.writes) {
    run.clean = content_of(clean);
    run.held = content_of(held);
  }
  return run;
}

ReportedRun run_with_reports(std::string const& bytes, Judge const& judge, MemoryJob const& job) {
  Sink jsonl(open_overflow), csv(open_overflow), worklist(open_overflow), attachments(open_overflow),
      claims(open_overflow);
  FindingsJsonl findings_jsonl(jsonl);
  FindingsCsv findings_csv(csv);
  WorklistCsv worklist_csv(worklist, job.file, job.supplies, judge.settings());
  AttachmentsCsv attachments_csv(attachments, job.supplies, job.numbers);
  ClaimsCsv claims_csv(claims, job.file, judge.settings().all_claims);
  Consumers consumers({&findings_jsonl, &findings_csv, &worklist_csv, &attachments_csv, &claims_csv});
  ReportedRun run{run_in_memory(bytes, judge, consumers, job), {}, {}, {}, {}, {}};
  run.findings_jsonl = content_of(jsonl);
  run.findings_csv = content_of(csv);
  run.worklist = content_of(worklist);
  run.attachments = content_of(attachments);
  run.claims_csv = content_of(claims);
  return run;
}

}  // namespace scrub837::test
