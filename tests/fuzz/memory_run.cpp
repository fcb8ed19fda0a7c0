#include "tests/fuzz/memory_run.hpp"

#include "src/report/file_report.hpp"

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
  FileReport report(jsonl, csv, worklist, attachments);
  auto input = Input::from_bytes(bytes);
  input.skip_digest();
  FileScrubber::Job job;
  job.input = &input;
  job.file = "mutated.837";
  job.judge = &judge;
  job.clean = &clean;
  job.held = &held;
  job.report = &report;
  job.block_size = block_size;
  job.supplies = supplies;
  job.numbers = numbers;
  MemoryRun run;
  run.outcome = FileScrubber(std::move(job)).run();
  run.clean = content(clean);
  run.held = content(held);
  run.findings_jsonl = content(jsonl);
  run.findings_csv = content(csv);
  run.worklist = content(worklist);
  run.attachments = content(attachments);
  return run;
}

}  // namespace scrub837::test
