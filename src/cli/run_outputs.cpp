#include "src/cli/run_outputs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <future>
#include <string_view>
#include <utility>

#include "src/cli/stale_run.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/html/report_page.hpp"
#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/sink.hpp"
#include "src/io/write_whole.hpp"
#include "src/report/finding_formats.hpp"
#include "src/text/utf8.hpp"
#include "src/workbook/workbook.hpp"

namespace scrub837::cli {
namespace {

constexpr std::string_view worklist_suffix = ".worklist.csv";
constexpr std::string_view findings_suffix = ".findings.csv";

std::string name_of(std::string_view suffix) { return std::string(run_base) + std::string(suffix); }

// Hands over the bytes of an output that was published, until `take` returns false.
template <typename Take>
void read_pieces(std::filesystem::path const& path, Take take) {
  constexpr std::size_t step = std::size_t{1} << 18U;
  auto const file = open_file(path, OpenMode::read);
  std::vector<char> bytes(step);
  for (;;) {
    auto const count = read_some(file.get(), bytes, path.string());
    if (!take(std::string_view(bytes.data(), count)) || count < step) return;
  }
}

// Adds a worklist's rows, its header left out.
void add_rows(Sink& sink, std::filesystem::path const& worklist) {
  auto skip = worklist_csv_header().size();
  read_pieces(worklist, [&](std::string_view bytes) {
    auto const skipped = std::min(skip, bytes.size());
    skip -= skipped;
    sink.append(bytes.substr(skipped));
    return true;
  });
}

void add_files(TableRows& table, std::vector<std::filesystem::path> const& files, std::string_view header) {
  for (auto const& path : files) {
    if (!exists(look_at(path))) continue;
    table.begin_file(header.size());
    read_pieces(path, [&](std::string_view bytes) {
      table.append(bytes);
      return !table.cut();
    });
    if (table.cut()) return;
  }
}

// What an earlier run wrote of its inputs holds no longer. \param several the others say so of a folder
void withdraw(std::filesystem::path const& out, bool several) {
  std::vector<FileContent> files;
  if (several) {
    files.push_back({name_of(Publisher::summary_suffix), std::nullopt});
    files.push_back({name_of(worklist_suffix), std::nullopt});
    files.push_back({name_of(workbook_suffix), std::nullopt});
  }
  files.push_back({name_of(report_suffix), std::nullopt});
  if (std::ranges::any_of(files, [&](FileContent const& file) { return exists(look_at(out / file.name)); }))
    write_together(out, files);
}

}  // namespace

RunOutputs::RunOutputs(InputList const& inputs, std::filesystem::path const& out, Settings const& settings,
                       ReportsWanted wanted, RunResult& result)
    : out_(out), settings_(&settings), wanted_(wanted) {
  withdraw(out, inputs.several);
  if (!inputs.several && inputs.files.size() == 1) {
    for (auto const& changed : withdraw_stale_run(out, inputs.files.front()))
      complain(
          "scrub837: {} was changed since it was written, so it is kept; its rows of {} are of an earlier "
          "run\n",
          displayed(changed.string()), displayed(inputs.files.front().shown));
  }
  if (wanted.page) run_report_.emplace();
  one_input_ = inputs.files.size() == 1;
  if (!inputs.several) return;
  try {
    publisher_ = std::make_unique<Publisher>(out, std::string(run_base));
  } catch (EnvironmentError const& error) {
    // Another run may be at work here on other inputs: those of this one are done all the same.
    result.fail(error.what());
    return;
  }
}

std::unique_ptr<InputReport> RunOutputs::report_of_input() const {
  return run_report_ ? std::make_unique<InputReport>() : nullptr;
}

void RunOutputs::judged(InputFile const& file, Summary const& summary, InputReport* report) {
  if (!one_input_ || publisher_ || !run_report_ || report == nullptr) return;
  RunResult alone;
  alone.add(file, summary);
  run_report_->add(summary, report->take());
  page_ = page(described(alone));
}

void RunOutputs::add(InputFile const& file, Summary const& summary, std::unique_ptr<InputReport> report) {
  if (run_report_ && report != nullptr && page_.empty()) run_report_->add(summary, report->take());
  if (!publisher_) return;
  for (auto const& output : summary.outputs) {
    auto path = out_ / file.folder / output.name;
    // Those of a file that was done before its run was cut off may have been fetched.
    if (!exists(look_at(path))) continue;
    if (output.name.ends_with(worklist_suffix)) worklists_.push_back(path);
    if (output.name.ends_with(findings_suffix)) findings_.push_back(path);
    if (output.name.ends_with(workbook_suffix)) workbooks_.push_back(path);
  }
}

WrittenFile RunOutputs::write_worklist() {
  Sink sink([this] { return publisher_->open_temporary(worklist_suffix); }, nullptr,
            publisher_->path_of(worklist_suffix).string());
  sink.append(worklist_csv_header());
  for (auto const& worklist : worklists_) {
    // Whoever fetches outputs may have taken it meanwhile.
    if (exists(look_at(worklist))) add_rows(sink, worklist);
  }
  WrittenFile written{publisher_->name_of(worklist_suffix), sink.size(), sink.sha256()};
  sink.flush();
  return written;
}

RunSummary RunOutputs::described(RunResult const& result) const {
  auto run = result.summary();
  run.started = started_;
  run.facts = settings_->facts(run.seen);
  return run;
}

std::string RunOutputs::page(RunSummary run) {
  auto model = run_report_->model(std::move(run));
  model.redacted = wanted_.redacted;
  return report_page(model);
}

std::string RunOutputs::workbook(RunSummary const& run) const {
  // Of one input it says what the input's own says.
  if (one_input_ && workbooks_.size() == 1) return read_whole(workbooks_.front());
  WorkbookBuilder builder(out_);
  add_files(builder.worklist(), worklists_, worklist_csv_header());
  add_files(builder.findings(), findings_, findings_csv_header());
  return builder.finish(run);
}

WrittenFile RunOutputs::write_text(std::string_view suffix, std::string_view text) {
  Sink sink([&] { return publisher_->open_temporary(suffix); }, nullptr,
            publisher_->path_of(suffix).string());
  sink.append(text);
  WrittenFile written{publisher_->name_of(suffix), sink.size(), sink.sha256()};
  sink.flush();
  return written;
}

void RunOutputs::publish(RunResult& result) {
  if (result.failed() && !wanted_.of_what_is_done) return;
  try {
    if (publisher_) return publish_several(described(result), result);
    if (!run_report_) return;
    if (page_.empty()) page_ = page(described(result));
    std::array const files{FileContent{name_of(report_suffix), std::move(page_)}};
    write_together(out_, files);
    report_ = out_ / name_of(report_suffix);
  } catch (EnvironmentError const& error) {
    result.fail(error.what());
  }
}

void RunOutputs::publish_several(RunSummary run, RunResult& result) {
  std::vector<std::string> written;
  std::vector<std::string> absent;
  auto const keep = [&](bool present, std::string_view suffix, auto write) {
    if (present) run.outputs.push_back(write());
    (present ? written : absent).emplace_back(suffix);
    return present ? publisher_->path_of(suffix) : std::filesystem::path{};
  };
  auto const worklist = keep(!worklists_.empty(), worklist_suffix, [&] { return write_worklist(); });
  // The page is made while the workbook is.
  auto made = run_report_ ? std::async(std::launch::async, [this, run] { return page(run); })
                          : std::future<std::string>{};
  auto const workbook_path = keep(wanted_.workbook && !worklists_.empty(), workbook_suffix,
                                  [&] { return write_text(workbook_suffix, workbook(run)); });
  auto const report =
      keep(run_report_.has_value(), report_suffix, [&] { return write_text(report_suffix, made.get()); });
  run.seconds =
      std::round(std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count() * 1000) /
      1000;
  auto const problem = publisher_->publish(written, absent, to_json(run));
  if (!problem.empty()) result.fail(problem);
  worklist_ = workbook_path.empty() ? worklist : workbook_path;
  report_ = report;
}

}  // namespace scrub837::cli
