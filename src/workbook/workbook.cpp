#include "src/workbook/workbook.hpp"

#include "src/workbook/sheets.hpp"

namespace scrub837 {

std::string workbook_of(WorkbookContents const& contents, std::filesystem::path const& folder) {
  WorkbookFile file(folder);
  auto* const worklist = file.add_sheet("Worklist");
  auto* const summary = file.add_sheet("Summary");
  auto* const findings = file.add_sheet("Findings");
  auto* const rules = file.add_sheet("Rules");
  auto const rows = add_worklist_sheet(file, worklist, contents.worklist);
  auto const found = add_findings_sheet(file, findings, contents.findings);
  add_summary_sheet(file, summary, contents.run, rows, found);
  add_rules_sheet(file, rules, contents.run);
  return file.finish();
}

RunSummary run_of_one(Summary const& summary) {
  RunSummary run;
  run.totals = summary.outcome.totals;
  run.status = summary.outcome.status;
  run.bytes_in = summary.bytes_in;
  run.facts = summary.facts;
  run.seen = summary.outcome.seen;
  run.by_payer = summary.outcome.by_payer;
  run.by_billing_provider = summary.outcome.by_billing_provider;
  return run;
}

}  // namespace scrub837
