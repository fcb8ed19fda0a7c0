#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "src/report/json_line.hpp"
#include "src/report/report_file.hpp"
#include "src/text/csv.hpp"

namespace scrub837 {

/// What `export` writes.
struct ExportForm {
  enum class Rows : std::uint8_t { line, claim };
  enum class Format : std::uint8_t { jsonl, csv };
  Rows rows = Rows::line;
  Format format = Format::jsonl;
};

/// The names of the columns, in their order: behind the underscore is the box of the CMS-1500 form.
[[nodiscard]] std::vector<std::string_view> export_columns(ExportForm::Rows rows);
[[nodiscard]] std::string export_csv_header(ExportForm::Rows rows);

/// A row a service line, or a claim, as received. A claim without a line has one row.
class ExportRows final : public ReportFile<> {
 public:
  using Print = std::function<void(std::string_view)>;
  /// \param print what is given the rows that will not be taken back; null: they stay in `sink`
  ExportRows(ExportForm form, std::string_view file, Sink& sink, Print print);

  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override;
  void commit() override;

 private:
  void row(std::vector<std::string> const& values);
  ExportForm form_;
  std::vector<std::string_view> columns_;
  std::string file_;
  Sink* sink_kept_;
  Print print_;
  CsvLine csv_;
  JsonLine json_;
};

}  // namespace scrub837
