#include <fmt/format.h>

#include <optional>

#include "src/cli/command.hpp"
#include "src/cli/confine.hpp"
#include "src/cli/output_option.hpp"
#include "src/cli/run_result.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/io/errors.hpp"
#include "src/io/named_output.hpp"
#include "src/report/export_rows.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

ExportForm form_of(std::string const& format, std::string const& rows) {
  if (format != "jsonl" && format != "csv") throw UsageError{"--format must be jsonl or csv, not " + format};
  if (rows != "line" && rows != "claim") throw UsageError{"--rows must be line or claim, not " + rows};
  return {rows == "line" ? ExportForm::Rows::line : ExportForm::Rows::claim,
          format == "jsonl" ? ExportForm::Format::jsonl : ExportForm::Format::csv};
}

// Claims are read, and not judged.
Settings without_rules() {
  Settings settings;
  static_cast<void>(settings.ignore(std::vector<std::string>{"ALL"}));
  return settings;
}

int run_export(std::span<std::string const> arguments) {
  CommonOptions common;
  std::string format = "jsonl";
  std::string rows = "line";
  std::string output;
  options::options_description shown("Options");
  shown.add_options()("format", options::value(&format)->value_name("jsonl|csv"),
                      "JSON lines (the default) or CSV")  //
      ("rows", options::value(&rows)->value_name("line|claim"),
       "a row per service line (the default) or per claim")  //
      ("output", options::value(&output)->value_name("FILE"),
       "write to this file, not to standard output")  //
      ("verbose", options::bool_switch(&common.verbose), "log each file");
  if (!parse(arguments, shown,
             "scrub837 export INPUT... [--format jsonl|csv]   claims as rows for a database\n\n"
             "Claims are exported as received, with patients' data. Behind the underscore of a\n"
             "column is its box of the CMS-1500 form: procedure_24D.",
             "scrub837 export inbox/batch1.837 --format csv --output batch1.csv", common)) {
    return everything_went_out;
  }
  auto const form = form_of(format, rows);
  set_up_log(common);
  RunResult result;
  auto const inputs =
      inputs_of(common, InputKind::any, Outputs::shared, [&](auto const& message) { result.fail(message); });
  refuse_bad_output(output, inputs.files);
  confine({folder_of_output(output)});
  auto const settings = without_rules();
  Judge const judge(settings);
  std::optional<NamedOutput> named;
  if (!output.empty()) named.emplace(output);
  auto const write = [&](std::string_view bytes) {
    named ? named->sink().append(bytes) : print_bytes(bytes);
  };
  if (form.format == ExportForm::Format::csv) write(export_csv_header(form.rows));
  for (auto const& file : inputs.files) {
    try {
      Sink pending([] { return open_private_temporary(); }, nullptr,
                   "a temporary file in " + temporary_folder());
      ExportRows exported(form, file.shown, pending, write);
      auto const summary = check_file(file, judge, exported, nullptr, common.block_size);
      if (summary.outcome.status == Status::unreadable)
        complain("scrub837: {} cannot be read as X12\n", displayed(file.shown));
      result.add(file, summary);
    } catch (EnvironmentError const& error) {
      result.fail(error.what());
    }
  }
  auto const code = result.exit_code();
  if (code == environment) return code;
  if (named) named->publish();
  return code == unreadable ? unreadable : everything_went_out;
}

}  // namespace

constexpr Command exporting{"export", "claims as rows for a database", run_export, true};

}  // namespace scrub837::cli
