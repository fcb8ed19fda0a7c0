#include "src/report/export_rows.hpp"

#include <utility>

#include "src/report/export_columns.hpp"

namespace scrub837 {

std::vector<std::string_view> export_columns(ExportForm::Rows rows) {
  std::vector<std::string_view> columns;
  for (auto const& column : export_claim_columns()) columns.push_back(column.name);
  if (rows == ExportForm::Rows::line) {
    for (auto const& column : export_line_columns()) columns.push_back(column.name);
  }
  return columns;
}

std::string export_csv_header(ExportForm::Rows rows) {
  CsvLine header;
  for (auto const column : export_columns(rows)) header.add(column);
  return std::move(header).finish();
}

ExportRows::ExportRows(ExportForm form, std::string_view file, Sink& sink, Print print)
    : ReportFile(sink, {}),
      form_(form),
      columns_(export_columns(form.rows)),
      file_(file),
      sink_kept_(&sink),
      print_(std::move(print)) {}

void ExportRows::claim(ClaimUnit const& unit, ClaimVerdict const&) {
  ExportFacts const facts(unit, file_);
  std::vector<std::string> values;
  for (auto const& column : export_claim_columns()) values.push_back(column.value(facts));
  auto const of_claim = values.size();
  auto const count = form_.rows == ExportForm::Rows::line ? facts.claim().line_count() : 0;
  if (count == 0) {
    values.resize(columns_.size());
    return row(values);
  }
  for (std::size_t i = 0; i < count; ++i) {
    ExportLine const service{facts, i, facts.claim().line(i)};
    values.resize(of_claim);
    for (auto const& column : export_line_columns()) {
      bool const there = !column.of_service || service.line.has_service();
      values.push_back(there ? column.value(service) : std::string{});
    }
    row(values);
  }
}

void ExportRows::row(std::vector<std::string> const& values) {
  if (form_.format == ExportForm::Format::csv) {
    csv_.clear();
    for (auto const& value : values) csv_.add(value);
    return line(csv_.end());
  }
  json_.clear();
  for (std::size_t i = 0; i < columns_.size(); ++i)
    json_.text_or_null(columns_[i], std::string_view(values[i]));
  line(json_.end());
}

void ExportRows::commit() {
  if (!print_) return;
  sink_kept_->read_all(print_);
  sink_kept_->truncate(0);
}

}  // namespace scrub837
