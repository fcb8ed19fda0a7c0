#include "src/cli/run_outputs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/sink.hpp"
#include "src/io/write_whole.hpp"
#include "src/report/finding_formats.hpp"

namespace scrub837::cli {
namespace {

constexpr std::string_view worklist_suffix = ".worklist.csv";

// Adds a worklist's rows, its header left out.
void add_rows(Sink& sink, std::filesystem::path const& worklist) {
  constexpr std::size_t step = std::size_t{1} << 18U;
  auto const file = open_file(worklist, OpenMode::read);
  std::vector<char> bytes(step);
  auto skip = worklist_csv_header().size();
  for (;;) {
    auto const count = read_some(file.get(), bytes, worklist.string());
    auto const skipped = std::min(skip, count);
    skip -= skipped;
    sink.append(std::string_view(bytes.data(), count).substr(skipped));
    if (count < step) return;
  }
}

// What an earlier run wrote of its inputs holds no longer.
void withdraw(std::filesystem::path const& out) {
  auto const name = [](std::string_view suffix) { return std::string(run_base) + std::string(suffix); };
  std::array const files{FileContent{name(Publisher::summary_suffix), std::nullopt},
                         FileContent{name(worklist_suffix), std::nullopt}};
  if (std::ranges::any_of(files, [&](FileContent const& file) { return exists(look_at(out / file.name)); }))
    write_together(out, files);
}

}  // namespace

RunOutputs::RunOutputs(InputList const& inputs, std::filesystem::path const& out, Settings const& settings,
                       RunResult& result)
    : out_(out), settings_(&settings) {
  if (!inputs.several) return;
  withdraw(out);
  try {
    publisher_ = std::make_unique<Publisher>(out, std::string(run_base));
  } catch (EnvironmentError const& error) {
    // Another run may be at work here on other inputs: those of this one are done all the same.
    result.fail(error.what());
    return;
  }
}

void RunOutputs::add(InputFile const& file, Summary const& summary) {
  if (!publisher_) return;
  for (auto const& output : summary.outputs) {
    if (output.name.ends_with(worklist_suffix)) worklists_.push_back(out_ / file.folder / output.name);
  }
}

WrittenFile RunOutputs::write_worklist() {
  Sink sink([this] { return publisher_->open_temporary(worklist_suffix); }, nullptr,
            publisher_->path_of(worklist_suffix).string());
  sink.append(worklist_csv_header());
  for (auto const& worklist : worklists_) add_rows(sink, worklist);
  WrittenFile written{publisher_->name_of(worklist_suffix), sink.size(), sink.sha256()};
  sink.flush();
  return written;
}

void RunOutputs::publish(RunResult& result) {
  if (!publisher_ || result.failed()) return;
  auto run = result.summary();
  run.started = started_;
  run.facts = settings_->facts(run.seen);
  bool const asks = !worklists_.empty();
  std::vector<std::string> const names{std::string(worklist_suffix)};
  try {
    if (asks) run.outputs.push_back(write_worklist());
    run.seconds =
        std::round(std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count() * 1000) /
        1000;
    auto const problem =
        asks ? publisher_->publish(names, {}, to_json(run)) : publisher_->publish({}, names, to_json(run));
    if (!problem.empty()) result.fail(problem);
    if (asks) worklist_ = publisher_->path_of(worklist_suffix);
  } catch (EnvironmentError const& error) {
    result.fail(error.what());
  }
}

}  // namespace scrub837::cli
