#include "scrub837/settings.hpp"
#include "tests/fuzz/memory_run.hpp"

#include "src/report/attachments_csv.hpp"
#include "src/report/findings_csv.hpp"
#include "src/report/findings_jsonl.hpp"
#include "src/report/worklist_csv.hpp"

namespace scrub837::test {
namespace {

std::string content(Sink& sink) {
  std::string text;
  sink.read_all([&](std::string_view bytes) { text.append(bytes); });
  return text;
}

}  // namespace

MemoryRun run_in_memory(std::string const& bytes, Judge const& judge, std::size_t block_size,
                        SupplySource* supplies, std::optional<ControlNumbers> numbers) {
  auto const open = [] { return open_private_temporary(); };
  Sink clean(open), held(open), jsonl(open), csv(open), worklist(open), attachments(open);
  FindingsJsonl findings_jsonl(jsonl);
  FindingsCsv findings_csv(csv);
  WorklistCsv worklist_csv(worklist, "mutated.837", supplies, judge.settings().optional_rows);
  AttachmentsCsv attachments_csv(attachments, supplies, numbers);
  Consumers consumers({&findings_jsonl, &findings_csv, &worklist_csv, &attachments_csv});
  auto input = Input::from_bytes(bytes);
  input.skip_digest();
  FileJob job;
  job.input = &input;
  job.file = "mutated.837";
  job.judge = &judge;
  job.clean = &clean;
  job.held = &held;
  job.events = &consumers;
  job.block_size = block_size;
  job.supplies = supplies;
  job.numbers = numbers;
  MemoryRun run;
  run.outcome = run_file(job);
  run.clean = content(clean);
  run.held = content(held);
  run.findings_jsonl = content(jsonl);
  run.findings_csv = content(csv);
  run.worklist = content(worklist);
  run.attachments = content(attachments);
  return run;
}

}  // namespace scrub837::test
