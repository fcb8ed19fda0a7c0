#include "src/workbook/workbook.hpp"

#include "src/workbook/sheets.hpp"
#include "src/workbook/workbook_file.hpp"

namespace scrub837 {

struct WorkbookBuilder::Sheets {
  Sheets(std::filesystem::path const& folder, WorkbookLimits limits)
      : file(folder),
        worklist(worklist_sheet(file, file.add_sheet("Worklist"))),
        summary(file.add_sheet("Summary")),
        findings(findings_sheet(file, file.add_sheet("Findings"))),
        rules(file.add_sheet("Rules")),
        worklist_rows(limits.worklist, [this](auto const& row) { worklist->add(row); }),
        findings_rows(limits.findings, [this](auto const& row) { findings->add(row); }) {}

  WorkbookFile file;
  std::unique_ptr<RowSheet> worklist;
  lxw_worksheet* summary;
  std::unique_ptr<RowSheet> findings;
  lxw_worksheet* rules;
  TableRows worklist_rows, findings_rows;
};

WorkbookBuilder::WorkbookBuilder(std::filesystem::path const& folder, WorkbookLimits limits)
    : sheets_(std::make_unique<Sheets>(folder, limits)) {}

WorkbookBuilder::~WorkbookBuilder() = default;

TableRows& WorkbookBuilder::worklist() { return sheets_->worklist_rows; }

TableRows& WorkbookBuilder::findings() { return sheets_->findings_rows; }

std::string WorkbookBuilder::finish(RunSummary const& run) {
  sheets_->worklist_rows.end();
  sheets_->findings_rows.end();
  auto const rows = sheets_->worklist->finish(sheets_->worklist_rows.cut());
  auto const found = sheets_->findings->finish(sheets_->findings_rows.cut());
  add_summary_sheet(sheets_->file, sheets_->summary, run, rows, found);
  add_rules_sheet(sheets_->file, sheets_->rules, run);
  return sheets_->file.finish();
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
