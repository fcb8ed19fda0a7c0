#include "tests/report_model/model_of.hpp"

#include "src/fix/judge.hpp"
#include "src/io/file_descriptor.hpp"
#include "src/report/run_summary.hpp"
#include "src/report/worklist_csv.hpp"

namespace scrub837::test {

ReportModel model_of(std::vector<std::string> const& files, Settings const& settings,
                     ReportLimits const& limits) {
  Judge const judge(settings);
  RunReport run(limits);
  RunSummary total;
  std::size_t number = 0;
  for (auto const& bytes : files) {
    auto const name = std::to_string(++number) + ".837";
    Sink sink([] { return open_private_temporary(); });
    InputReport report(limits);
    WorklistCsv worklist(sink, name, nullptr, settings, &report);
    Consumers consumers({&worklist, &report});
    Summary summary;
    summary.file = name;
    summary.outcome = run_in_memory(bytes, judge, consumers, {.file = name}).outcome;
    add_to(total.totals, summary.outcome.totals);
    run.add(summary, report.take());
  }
  total.facts = settings.facts();
  return run.model(total);
}

}  // namespace scrub837::test
