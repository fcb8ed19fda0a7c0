#include <fmt/chrono.h>
#include <fmt/format.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <ctime>

#include "src/cli/command.hpp"
#include "src/cli/file_summary.hpp"
#include "src/io/errors.hpp"
#include "src/io/input_files.hpp"
#include "src/io/publisher.hpp"
#include "src/io/write_whole.hpp"
#include "src/report/csv.hpp"
#include "src/worklist/worklist_supplies.hpp"

namespace scrub837::cli {
namespace {

namespace fs = std::filesystem;

std::uint64_t first_number(std::string const& given) {
  if (given.empty()) {
    auto const now = std::chrono::system_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(now).count()) %
               999'999'999 +
           1;
  }
  std::uint64_t number = 0;
  auto const [end, error] = std::from_chars(given.data(), given.data() + given.size(), number);
  if (error != std::errc{} || end != given.data() + given.size() || number == 0 || number > 999'999'999) {
    throw UsageError{"--control-number takes a number from 1 to 999999999"};
  }
  return number;
}

std::string user_name() {
  auto const* const user = ::getpwuid(::geteuid());
  return user == nullptr ? fmt::format("user {}", ::geteuid()) : user->pw_name;
}

// When the worklist was saved: that is when the release was decided, and the same in every run.
std::string time_of(fs::path const& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(status.st_mtime));
}

std::string stem_of(fs::path const& worklist) {
  auto name = worklist.filename().string();
  if (name.ends_with(".csv")) name.resize(name.size() - 4);
  return name;
}

void write_results(fs::path const& out, fs::path const& worklist, WorklistFile const& file,
                   WorklistSupplies const& supplies) {
  std::string results = std::move(CsvLine().add("row").add("key").add("result").add("words")).finish();
  for (auto const& result : supplies.results()) {
    results += std::move(CsvLine()
                             .add(std::to_string(result.number))
                             .add(result.key)
                             .add(name_of(result.state))
                             .add(result.words))
                   .finish();
  }
  write_whole(out / (stem_of(worklist) + ".results.csv"), results);

  auto const path = out / (stem_of(worklist) + ".releases.csv");
  if (supplies.releases().empty()) {
    std::error_code ignored;
    fs::remove(path, ignored);
    return;
  }
  auto const who = user_name();
  auto const when = time_of(worklist);
  auto releases =
      std::move(
          CsvLine().add("row").add("key").add("released_by").add("released_at").add("rules").add("reason"))
          .finish();
  for (auto const& release : supplies.releases()) {
    auto by = who;
    for (auto const& row : file.rows) {
      if (row.number != release.row) continue;
      auto const named = row.others.find("released_by");
      if (named != row.others.end() && !named->second.empty()) by = named->second;
    }
    releases += std::move(CsvLine()
                              .add(std::to_string(release.row))
                              .add(release.key)
                              .add(by)
                              .add(when)
                              .add(release.rules)
                              .add(release.reason))
                    .finish();
  }
  write_whole(path, releases);
}

void print_rows(WorklistFile const& file, WorklistSupplies const& supplies) {
  for (auto const& problem : file.problems) fmt::print("worklist: {}\n", problem);
  for (auto const& result : supplies.results()) {
    if (result.state == RowResult::State::nothing_typed) continue;
    fmt::print("row {}: {}{}{}\n", result.number, name_of(result.state), result.words.empty() ? "" : ": ",
               result.words);
  }
  std::array<std::size_t, 5> counts{};
  for (auto const& result : supplies.results()) ++counts[static_cast<std::size_t>(result.state)];
  fmt::print("rows: {} applied, {} released, {} refused, {} not found, {} with nothing typed\n", counts[1],
             counts[2], counts[3], counts[4], counts[0]);
}

int run(std::span<std::string const> arguments) {
  CommonOptions common;
  std::string out;
  std::string worklist;
  std::string number;
  options::options_description shown("Options");
  shown.add_options()("worklist", options::value(&worklist)->value_name("FILE"),
                      "the filled-in worklist (CSV as a spreadsheet saves it)")                          //
      ("out", options::value(&out)->value_name("DIR"), "folder for the outputs; made if it is missing")  //
      ("control-number", options::value(&number)->value_name("N"),
       "first ISA13 and GS06 of the clean files; else nine digits of the time");
  add_common(shown, common);
  if (!parse(arguments, shown,
             "scrub837 rerun --worklist FILE INPUT... --out DIR\n"
             "  takes what was typed into a worklist back into its held claims",
             "scrub837 rerun --worklist night.worklist.csv out/night.held.837 --out sent/", common)) {
    return everything_went_out;
  }
  if (worklist.empty()) throw UsageError{"--worklist FILE is missing"};
  if (out.empty()) throw UsageError{"--out DIR is missing"};
  std::error_code error;
  if (!fs::is_regular_file(worklist, error)) throw UsageError{"there is no worklist " + worklist};
  auto const settings = make_settings(common);
  set_up_log(common);
  auto const inputs = find_inputs(common.inputs, InputKind::held);
  if (!inputs.error.empty()) throw UsageError{inputs.error};
  if (!inputs.clash.empty()) throw UsageError{inputs.clash};
  auto const files = inputs.files;
  auto suffixes = output_suffixes();
  suffixes.emplace_back(Publisher::summary_suffix);
  if (auto const collision = find_collision(files, out, suffixes); !collision.empty())
    throw UsageError{collision};

  auto const typed = read_worklist(read_whole(worklist));
  if (typed.rows.empty() && !typed.problems.empty())
    throw UsageError{worklist + ": " + typed.problems.front()};
  WorklistSupplies supplies(typed);
  Judge const judge(settings);
  RunResult result;
  Rerun rerun{&supplies, {first_number(number)}};
  fs::create_directories(out, error);
  if (!common.quiet) fmt::print("control numbers from {}\n", rerun.numbers.interchange(1));
  // One file after the other: control numbers are counted on.
  ProgressBar bar(!common.quiet);
  for (auto const& file : files) {
    try {
      auto const summary = scrub_file(file, out, judge, bar.for_file(file.shown), common.block_size, &rerun);
      rerun.numbers.first += std::max(summary.outcome.interchanges, summary.outcome.groups);
      bar.clear();
      result.add(file, summary);
      if (!common.quiet) print_file(file, summary, out);
    } catch (EnvironmentError const& failure) {
      result.fail(failure.what());
    }
  }
  write_results(out, worklist, typed, supplies);
  if (!common.quiet) {
    print_rows(typed, supplies);
    fmt::print("{}\n", result.line("rerun"));
  }
  return result.exit_code();
}

}  // namespace

extern constexpr Command rerun{"rerun", "take a filled-in worklist back into held claims", run};

}  // namespace scrub837::cli
